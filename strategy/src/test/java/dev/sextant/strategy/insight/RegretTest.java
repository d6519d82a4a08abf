package dev.sextant.strategy.insight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.model.space.Choice;
import dev.sextant.model.space.Configuration;
import dev.sextant.model.space.Discrete;
import dev.sextant.model.space.Parameter;
import dev.sextant.model.space.RealRange;
import dev.sextant.model.space.Scale;
import dev.sextant.model.space.SearchSpace;
import dev.sextant.model.study.StrategySpec;
import dev.sextant.model.trial.Origin;
import dev.sextant.model.value.Value;
import dev.sextant.strategy.Observation;
import dev.sextant.strategy.Problem;
import dev.sextant.strategy.Streams;
import dev.sextant.strategy.search.Uniform;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RegretTest {
    private static final SearchSpace SPACE = SearchSpace.of(
            Parameter.of("x", new RealRange(0, 1, Scale.LINEAR)),
            Parameter.of("kind", new Choice(Stream.of("a", "b").<Value>map(Value.Text::new).toList())),
            Parameter.of("y", new RealRange(0, 1, Scale.LINEAR)).onlyIf("kind == b"));

    private final Regret regret = new Regret(new Problem(SPACE, 1, StrategySpec.of("random"), Optional.empty(), 1));
    private int trials;

    private void complete(Configuration configuration, double loss) {
        regret.tell(new Observation.Proposed(trials, configuration, OptionalLong.empty(), Origin.STRATEGY, ""));
        regret.tell(new Observation.Completed(trials++, List.of(loss)));
    }

    private static double bowl(Configuration configuration) {
        double x = Discrete.number(configuration.value("x").orElseThrow());
        return 10 * (x - 0.3) * (x - 0.3) + configuration.value("y").map(y -> 1 + Discrete.number(y)).orElse(0.0);
    }

    private double after(int results) {
        var random = Streams.of(1, "trials");
        while (trials < results) {
            Configuration drawn = Uniform.draw(SPACE, random);
            complete(drawn, bowl(drawn));
        }
        return regret.improvement().orElseThrow();
    }

    @Test
    void nothingIsSaidOfAFewResults() {
        var random = Streams.of(2, "trials");
        for (int i = 0; i < 9; i++) {
            complete(Uniform.draw(SPACE, random), i);
            assertThat(regret.improvement()).isEmpty();
        }
        complete(Uniform.draw(SPACE, random), 9);
        assertThat(regret.improvement()).isPresent();
    }

    @Test
    void itFallsAsTheSpaceBecomesKnown() {
        double early = after(12);
        double late = after(400);
        assertThat(early).isPositive();
        assertThat(late).isBetween(0.0, early / 4);
    }

    @Test
    void itIsInTheUnitOfTheObjective() {
        double plain = after(50);
        var thousandfold = new RegretTest();
        var random = Streams.of(1, "trials");
        for (int i = 0; i < 50; i++) {
            Configuration drawn = Uniform.draw(SPACE, random);
            thousandfold.complete(drawn, 1_000 * bowl(drawn));
        }
        assertThat(thousandfold.regret.improvement().orElseThrow() / plain).isBetween(999.0, 1_001.0);
    }

    @Test
    void aFlatObjectiveHasNothingToOffer() {
        var random = Streams.of(3, "trials");
        for (int i = 0; i < 20; i++) {
            complete(Uniform.draw(SPACE, random), 5);
        }
        assertThat(regret.improvement()).hasValue(0);
    }

    @Test
    void aTrialThatFailedCountsOnceItIsRepeatedAndComplete() {
        var again = new RegretTest();
        var random = Streams.of(1, "trials");
        for (int i = 0; i < 30; i++) {
            Configuration drawn = Uniform.draw(SPACE, random);
            again.regret.tell(new Observation.Proposed(i, drawn, OptionalLong.empty(), Origin.STRATEGY, ""));
            again.regret.tell(new Observation.Failed(i));
            again.regret.tell(new Observation.Repeated(i));
            again.regret.tell(new Observation.Completed(i, List.of(bowl(drawn))));
        }
        assertThat(again.regret.improvement().orElseThrow()).isEqualTo(after(30));
    }
}
