package dev.sextant.strategy.bayes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.model.space.Configuration;
import dev.sextant.model.space.Discrete;
import dev.sextant.model.space.Parameter;
import dev.sextant.model.space.RealRange;
import dev.sextant.model.space.Scale;
import dev.sextant.model.space.SearchSpace;
import dev.sextant.model.study.StrategySpec;
import dev.sextant.model.trial.Origin;
import dev.sextant.strategy.Answer;
import dev.sextant.strategy.Observation;
import dev.sextant.strategy.Problem;
import dev.sextant.strategy.Proposal;
import dev.sextant.strategy.Request;
import dev.sextant.strategy.Streams;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

final class RepeatsTest {
    private static final SearchSpace SPACE = SearchSpace.of(Parameter.of("x", new RealRange(0, 60, Scale.LINEAR)), Parameter.of("y", new RealRange(0, 60, Scale.LINEAR)));
    private static final int TRIALS = 40;

    private record Question(int trial, RandomGenerator random, Map<Configuration, Integer> times, int most) implements Request {
        @Override
        public boolean tried(Configuration configuration) {
            return times.getOrDefault(configuration, 0) >= most;
        }
    }

    private static double number(Configuration configuration, String name) {
        return Discrete.number(configuration.value(name).orElseThrow());
    }

    /// How many trials were of a configuration that had one before.
    ///
    /// @param most trials that a configuration may have
    private static int repeats(double noise, int most) {
        var problem = new Problem(SPACE, 1, StrategySpec.of("gp"), Optional.empty(), 3);
        var strategy = new GpSearch().create(problem);
        var random = Streams.of(3, "noise");
        Map<Configuration, Integer> times = new HashMap<>();
        for (int trial = 0; trial < TRIALS; trial++) {
            var answer = strategy.ask(new Question(trial, Streams.ofTrial(3, trial, 0), times, most));
            var start = (Proposal.Start) ((Answer.Propose) answer).proposal();
            var configuration = start.configuration();
            times.merge(configuration, 1, Integer::sum);
            assertThat(times.get(configuration)).isLessThanOrEqualTo(most);
            strategy.tell(new Observation.Proposed(trial, configuration, OptionalLong.empty(), Origin.STRATEGY, start.note()));
            double loss = Math.hypot(number(configuration, "x") - 40, number(configuration, "y") - 13) / 10;
            strategy.tell(new Observation.Completed(trial, List.of(loss + noise * random.nextGaussian())));
        }
        return TRIALS - times.size();
    }

    @Test
    void whereResultsAreNoisy_someAreRepeated() {
        assertThat(repeats(1.5, 10)).isGreaterThan(3);
    }

    @Test
    void whereTheyAreNot_oneRepeatShowsIt() {
        assertThat(repeats(0, 10)).isEqualTo(1);
    }

    @Test
    void whereNoDuplicatesAreAllowed_nothingIsRepeated() {
        assertThat(repeats(1.5, 1)).isZero();
    }
}
