package dev.sextant.strategy.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.model.space.Configuration;
import dev.sextant.model.space.Parameter;
import dev.sextant.model.space.RealRange;
import dev.sextant.model.space.Scale;
import dev.sextant.model.space.SearchSpace;
import dev.sextant.model.study.FidelityRange;
import dev.sextant.model.study.StrategySpec;
import dev.sextant.model.trial.Origin;
import dev.sextant.strategy.Answer;
import dev.sextant.strategy.Observation;
import dev.sextant.strategy.Problem;
import dev.sextant.strategy.Remembered;
import dev.sextant.strategy.Request;
import dev.sextant.strategy.Strategy;
import dev.sextant.strategy.StrategyFactory;
import dev.sextant.strategy.Streams;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// When a model is asked, and when Sobol points are tried. Levels are 1, 3 and 9; two results are enough.
class IdeasTest {
    private static final FidelityRange RANGE = new FidelityRange("epochs", 1, 9);
    private static final SearchSpace SPACE = SearchSpace.of(Parameter.of("x", new RealRange(0, 1, Scale.LINEAR)));
    private static final Problem PROBLEM = new Problem(SPACE, 1, StrategySpec.of("bohb"), Optional.of(RANGE), 1);
    private static final int ENOUGH = 2;

    private int trials;

    private Ideas ideas(int below, double evenShare) {
        var ideas = new Ideas(PROBLEM, Levels.of(RANGE, 3), new Ideas.Setup(new Model(), ENOUGH, below, evenShare));
        run(ideas, 1);
        return ideas;
    }

    /// Says the same whatever it knows.
    private record Model() implements StrategyFactory, Strategy {
        @Override
        public String name() {
            return "model";
        }

        @Override
        public String summary() {
            return "";
        }

        @Override
        public Strategy create(Problem problem) {
            return this;
        }

        @Override
        public Answer ask(Request request) {
            return Answer.start(SPACE.start(), "model");
        }

        @Override
        public void tell(Observation observation) {}
    }

    private record Question(int trial) implements Request {
        @Override
        public RandomGenerator random() {
            return Streams.ofTrial(1, trial, 0);
        }

        @Override
        public boolean tried(Configuration configuration) {
            return false;
        }
    }

    private String why(Ideas ideas) {
        return ideas.next(new Question(trials)).orElseThrow().why();
    }

    /// Takes the next idea and runs it up to a fidelity.
    private Configuration run(Ideas ideas, long fidelity) {
        var idea = ideas.next(new Question(trials)).orElseThrow();
        var upTo = OptionalLong.of(fidelity);
        ideas.tell(new Observation.Proposed(trials, idea.configuration(), upTo, Origin.STRATEGY, ""),
                Optional.of(new Tag(0, idea.thinker(), idea.note())));
        ideas.tell(new Observation.Completed(trials++, List.of(1.0)), Optional.empty());
        return idea.configuration();
    }

    @ParameterizedTest
    @CsvSource({"0, 3, 9", "1, 1, 3"})
    void onlyEnoughResultsOfALevelThatMayBeLearnedFrom_letTheModelSpeak(int below, int tooLow, int level) {
        var ideas = ideas(below, 0);
        IntStream.range(0, 5).forEach(_ -> run(ideas, tooLow));
        run(ideas, level);
        assertThat(why(ideas)).startsWith("Sobol point");
        run(ideas, level);
        assertThat(why(ideas)).isEqualTo("model at " + level);
    }

    @Test
    void whereAllLevelsMayBeLearnedFrom_theLowestModelBegins() {
        assertThat(why(ideas(2, 0))).isEqualTo("model");
    }

    @Test
    void resultsOfEarlierStudies_countAtEveryLevel() {
        var ideas = ideas(0, 0);
        ideas.remember(new Remembered("earlier", SPACE.start(), List.of(1.0)));
        run(ideas, 9);
        assertThat(why(ideas)).isEqualTo("model at 9");
    }

    @Test
    void theEvenShare_isTriedWhateverTheModelKnows_andNoPointTwice() {
        var ideas = ideas(2, 1);
        List<Configuration> tried = IntStream.range(0, 20).mapToObj(_ -> run(ideas, 9)).toList();
        assertThat(tried).doesNotHaveDuplicates().doesNotContain(SPACE.start());
    }
}
