package dev.sextant.checks.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.model.space.Parameter;
import dev.sextant.model.space.RealRange;
import dev.sextant.model.space.Scale;
import dev.sextant.model.space.SearchSpace;
import dev.sextant.model.study.StrategySpec;
import dev.sextant.model.trial.Origin;
import dev.sextant.model.value.Value;
import dev.sextant.strategy.Problem;
import dev.sextant.strategy.StrategyFactory;
import dev.sextant.strategy.catalog.StrategyCatalog;
import dev.sextant.testkit.strategy.Play;
import dev.sextant.testkit.strategy.StrategyContract;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AutoSearchTest extends StrategyContract {
    @Override
    protected StrategyFactory factory() {
        return StrategyCatalog.builtIn().find("auto");
    }

    @ParameterizedTest
    @CsvSource({"50, 1, GP after", "51, 1, TPE after", "51, 2, GP after"})
    void theCheapModelAnswersWhereTheOtherTakesTooLong(int axes, int think, String why) {
        SearchSpace space = SearchSpace.of(IntStream.range(0, axes)
                .mapToObj(i -> Parameter.of("x" + i, new RealRange(0, 1, Scale.LINEAR))).toArray(Parameter[]::new));
        StrategySpec spec = StrategySpec.of("auto").with("think", new Value.Int(think));
        Play play = new Play(factory(), new Problem(space, 1, spec, Optional.empty(), 1));
        for (int i = 0; i < 10; i++) {
            double place = 0.05 + i / 20.0;
            play.complete(play.begin(space.configuration(p -> p.domain().at(place)), Origin.ENQUEUED), place);
        }
        assertThat(play.answer().toString()).contains(why);
    }
}
