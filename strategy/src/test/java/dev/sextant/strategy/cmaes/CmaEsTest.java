package dev.sextant.strategy.cmaes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.model.space.Configuration;
import dev.sextant.model.space.Discrete;
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
import dev.sextant.strategy.Streams;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CmaEsTest {
    private static final SearchSpace SPACE = new SearchSpace(IntStream.range(0, 5)
            .mapToObj(i -> Parameter.of("x" + i, new RealRange(-5, 10, Scale.LINEAR))).toList(), List.of(), 1);

    private static Strategy create(StrategySpec settings, long seed) {
        return new CmaEs.Factory().create(new Problem(SPACE, 1, settings, Optional.empty(), seed));
    }

    private static double x(Configuration configuration, int i) {
        return Discrete.number(configuration.value("x" + i).orElseThrow());
    }

    private static double rosenbrock(Configuration c) {
        return IntStream.range(0, 4).mapToDouble(i -> 100 * Math.pow(x(c, i + 1) - x(c, i) * x(c, i), 2) + Math.pow(1 - x(c, i), 2)).sum();
    }

    private static Proposal.Start ask(Strategy strategy, int trial) {
        return switch (strategy.ask(Question.of(trial, Set.of()))) {
            case Answer.Propose(Proposal.Start start) -> start;
            case Answer other -> throw new AssertionError(other);
        };
    }

    private static Configuration propose(Strategy strategy, int trial) {
        Proposal.Start start = ask(strategy, trial);
        strategy.tell(new Observation.Proposed(trial, start.configuration(), OptionalLong.empty(), Origin.STRATEGY, start.note()));
        return start.configuration();
    }

    private static void end(Strategy strategy, int trial, double loss) {
        strategy.tell(new Observation.Completed(trial, List.of(loss)));
    }

    private static void add(Strategy strategy, int trial, Configuration configuration) {
        strategy.tell(new Observation.Proposed(trial, configuration, OptionalLong.empty(), Origin.ADDED, ""));
        end(strategy, trial, rosenbrock(configuration));
    }

    /// The median of 21 runs of the Python package cmaes 0.13.1 from the same mean and with the same step size is 0.5.
    @Test
    void theValleyOfRosenbrockIsFollowed() {
        double[] best = new double[9];
        for (int seed = 0; seed < best.length; seed++) {
            Strategy strategy = create(StrategySpec.of("cmaes"), seed);
            best[seed] = Double.POSITIVE_INFINITY;
            for (int trial = 0; trial < 1000; trial++) {
                Proposal.Start start = switch (strategy.ask(new Question(trial, Streams.ofTrial(seed, trial, 0), Set.of()))) {
                    case Answer.Propose(Proposal.Start proposed) -> proposed;
                    case Answer other -> throw new AssertionError(other);
                };
                strategy.tell(new Observation.Proposed(trial, start.configuration(), OptionalLong.empty(), Origin.STRATEGY, start.note()));
                end(strategy, trial, rosenbrock(start.configuration()));
                best[seed] = Math.min(best[seed], rosenbrock(start.configuration()));
            }
        }
        assertThat(IntStream.range(0, best.length).mapToDouble(i -> best[i]).sorted().toArray()[best.length / 2]).isLessThan(1.5);
    }

    @Test
    void theFirstMeanIsTheDefaults() {
        SearchSpace defaults = SearchSpace.of(
                Parameter.of("x", new RealRange(0, 1, Scale.LINEAR)).withDefault(new Value.Real(0.9)),
                Parameter.of("y", new RealRange(0, 1, Scale.LINEAR)));
        StrategySpec narrow = StrategySpec.of("cmaes").with("sigma", new Value.Real(0.001));
        Strategy strategy = new CmaEs.Factory().create(new Problem(defaults, 1, narrow, Optional.empty(), 1));
        Configuration first = ask(strategy, 0).configuration();
        assertThat(Discrete.number(first.value("x").orElseThrow())).isBetween(0.89, 0.91);
        assertThat(Discrete.number(first.value("y").orElseThrow())).isBetween(0.49, 0.51);
    }

    @Test
    void manyResultsFromElsewhereAreWhereItStarts() {
        Strategy strategy = create(StrategySpec.of("cmaes"), 1);
        RandomGenerator random = Streams.of(3, "elsewhere");
        for (int trial = 0; trial < 200; trial++) {
            add(strategy, trial, SPACE.configuration(parameter -> parameter.domain().at(0.4 + 0.01 * random.nextDouble())));
        }
        double[] distances = IntStream.range(200, 230).mapToDouble(trial -> Math.abs(x(propose(strategy, trial), 0) - 1)).toArray();
        assertThat(IntStream.range(0, 30).mapToDouble(i -> distances[i]).average().orElseThrow()).isLessThan(2);
    }

    @Test
    void nobodyWaitsAndARestartInTheMiddleChangesNothing() {
        Strategy strategy = create(StrategySpec.of("cmaes"), 5);
        Strategy again = create(StrategySpec.of("cmaes"), 5);
        for (int trial = 0; trial < 300; trial++) {
            Proposal.Start start = ask(strategy, trial);
            var proposed = new Observation.Proposed(trial, start.configuration(), OptionalLong.empty(), Origin.STRATEGY, start.note());
            strategy.tell(proposed);
            again.tell(proposed);
            int done = trial - 40;
            if (done >= 0) {
                Observation ended = done % 5 == 4 ? new Observation.Failed(done) : new Observation.Completed(done, List.of(Math.sin(done)));
                strategy.tell(ended);
                again.tell(ended);
            }
        }
        assertThat(ask(again, 300)).isEqualTo(ask(strategy, 300));
    }

    @Test
    void aConvergedSearchStartsAgainElsewhere() {
        Strategy strategy = create(StrategySpec.of("cmaes").with("restarts", new Value.Text("ipop")), 2);
        for (int trial = 0; trial < 400; trial++) {
            propose(strategy, trial);
            end(strategy, trial, 1);
        }
        assertThat(ask(strategy, 400).why()).startsWith("CMA-ES run ").doesNotStartWith("CMA-ES run 1,");
        Strategy stubborn = create(StrategySpec.of("cmaes").with("restarts", new Value.Text("none")), 2);
        for (int trial = 0; trial < 400; trial++) {
            propose(stubborn, trial);
            end(stubborn, trial, 1);
        }
        assertThat(ask(stubborn, 400).why()).startsWith("CMA-ES run 1,");
    }

    @Test
    void notesComeBack() {
        for (Label label : List.of(new Label(0, 0, ""), new Label(3, Label.LOST, ""), new Label(12, 7, "AbC_-9"))) {
            assertThat(Label.of(label.note())).contains(label);
        }
        for (String foreign : List.of("", "cma", "cma x y", "3 2 17", "cma 1 2 3 4")) {
            assertThat(Label.of(foreign)).isEmpty();
        }
    }

    @Test
    void settingsOutOfRangeAreRefused() {
        assertThatThrownBy(() -> create(StrategySpec.of("cmaes").with("population", new Value.Int(3)), 1))
                .hasMessageContaining("population is 3; it must be a whole number from 4");
        assertThatThrownBy(() -> create(StrategySpec.of("cmaes").with("sigma", new Value.Real(0)), 1))
                .hasMessageContaining("sigma is 0.0; it must be a number from");
        assertThatThrownBy(() -> create(StrategySpec.of("cmaes").with("restarts", new Value.Text("often")), 1))
                .hasMessageContaining("restarts is often; it must be one of bipop, ipop, none");
    }
}
