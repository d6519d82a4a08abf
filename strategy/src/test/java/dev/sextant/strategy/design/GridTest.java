package dev.sextant.strategy.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.model.space.Choice;
import dev.sextant.model.space.Configuration;
import dev.sextant.model.space.IntRange;
import dev.sextant.model.space.Ordinal;
import dev.sextant.model.space.Parameter;
import dev.sextant.model.space.RealRange;
import dev.sextant.model.space.Scale;
import dev.sextant.model.space.SearchSpace;
import dev.sextant.model.study.StrategySpec;
import dev.sextant.model.trial.Origin;
import dev.sextant.model.value.Value;
import dev.sextant.strategy.Answer;
import dev.sextant.strategy.Observation;
import dev.sextant.strategy.Problem;
import dev.sextant.strategy.Proposal;
import dev.sextant.strategy.Question;
import dev.sextant.strategy.Strategy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GridTest {
    private static final Parameter X = Parameter.of("x", new RealRange(0, 1, Scale.LINEAR));

    private static StrategySpec points(int points) {
        return StrategySpec.of("grid").with("points", new Value.Int(points));
    }

    private static List<String> walk(SearchSpace space, StrategySpec settings) {
        Strategy grid = new Grid.Factory().create(new Problem(space, 1, settings, Optional.empty(), 1));
        List<String> walked = new ArrayList<>();
        while (grid.ask(Question.of(walked.size(), Set.of()))
                instanceof Answer.Propose(Proposal.Start(Configuration configuration, var _, var _, String note))) {
            grid.tell(new Observation.Proposed(walked.size(), configuration, OptionalLong.empty(), Origin.STRATEGY, note));
            walked.add(configuration.toString());
        }
        return walked;
    }

    @Test
    void bothEndsOfARangeAreIncluded() {
        assertThat(walk(SearchSpace.of(X), points(3))).containsExactly("x=0.0", "x=0.5", "x=1.0");
        assertThat(walk(SearchSpace.of(Parameter.of("r", new RealRange(1, 100, Scale.LOG))), points(3)))
                .containsExactly("r=1.0", "r=10.0", "r=100.0");
        assertThat(walk(SearchSpace.of(Parameter.of("n", IntRange.of(1, 9))), points(3))).containsExactly("n=1", "n=5", "n=9");
    }

    @Test
    void aLogRangeIsEvenInItsLogarithm_inNumbersAsPeopleWriteThem() {
        assertThat(walk(SearchSpace.of(Parameter.of("n", new IntRange(1, 1000, Scale.LOG, 1))), points(4)))
                .containsExactly("n=1", "n=10", "n=100", "n=1000");
        assertThat(walk(SearchSpace.of(Parameter.of("n", new IntRange(8, 128, Scale.LOG, 1))), points(5)))
                .containsExactly("n=8", "n=16", "n=32", "n=64", "n=128");
        assertThat(walk(SearchSpace.of(Parameter.of("r", new RealRange(1e-5, 0.1, Scale.LOG))), points(5)))
                .containsExactly("r=1e-05", "r=0.0001", "r=0.001", "r=0.01", "r=0.1");
    }

    @Test
    void theMiddleOfAnOddNumber_isWhereAStudyBegins() {
        var n = Parameter.of("n", IntRange.of(1, 10));
        assertThat(walk(SearchSpace.of(n), points(3))).containsExactly("n=1", "n=" + n.start().text(), "n=10");
    }

    @Test
    void aShortRangeAndEveryListAreTakenWhole() {
        SearchSpace space = SearchSpace.of(
                Parameter.of("n", IntRange.of(1, 2)),
                Parameter.of("c", new Choice(Stream.of("a", "b", "c").<Value>map(Value.Text::new).toList())));
        assertThat(walk(space, points(2))).hasSize(6);
    }

    @Test
    void onePointIsTheDefault() {
        assertThat(walk(SearchSpace.of(X.withDefault(new Value.Real(0.25))), points(1))).containsExactly("x=0.25");
    }

    @Test
    void aParameterMayHaveItsOwnNumber() {
        SearchSpace space = SearchSpace.of(X, Parameter.of("optimizer.lr", new RealRange(0, 1, Scale.LINEAR)),
                Parameter.of("o", new Ordinal(LongStream.range(0, 9).<Value>mapToObj(Value.Int::new).toList())));
        StrategySpec settings = points(2).with("points.optimizer.lr", new Value.Int(3)).with("points.o", new Value.Int(2));
        assertThat(walk(space, settings)).hasSize(2 * 3 * 2);
    }

    @Test
    void aParameterThatDoesNotExistOrHasNoOrderTakesNoNumber() {
        SearchSpace space = SearchSpace.of(X, Parameter.of("c", new Choice(Stream.of("a", "b").<Value>map(Value.Text::new).toList())));
        assertThatThrownBy(() -> walk(space, points(2).with("points.y", new Value.Int(3))))
                .hasMessageContaining("no setting 'points.y'; it has points, points.x");
        assertThatThrownBy(() -> walk(space, points(2).with("points.c", new Value.Int(1)))).hasMessageContaining("'points.c'");
    }

    @Test
    void forbiddenPointsAreLeftOut() {
        assertThat(walk(SearchSpace.of(X).require("x != 0.5"), points(3))).containsExactly("x=0.0", "x=1.0");
    }
}
