package dev.sextant.checks.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.model.space.Configuration;
import dev.sextant.model.space.Discrete;
import dev.sextant.model.space.Parameter;
import dev.sextant.model.space.RealRange;
import dev.sextant.model.space.Scale;
import dev.sextant.model.space.SearchSpace;
import dev.sextant.model.study.StrategySpec;
import dev.sextant.model.trial.Origin;
import dev.sextant.strategy.Problem;
import dev.sextant.strategy.catalog.StrategyCatalog;
import dev.sextant.strategy.numeric.Hypervolume;
import dev.sextant.testkit.strategy.Play;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Strategies that learn find a larger hypervolume than random search with the same number of trials, `gp` with a third of them.
///
/// 150 trials and 9 seeds each; of the 81 pairs learning wins at least 67 (one-sided Mann-Whitney test, p < 0.01).
///
/// Sources of the functions: E. Zitzler, K. Deb, L. Thiele, Evol. Comp. 8(2), 2000; K. Deb et al., CEC 2002.
class FrontQualityTest {
    private static final int SEEDS = 9;
    private static final int TRIALS = 150;

    /// Two or three functions to minimise on the unit cube.
    enum Problems {
        ZDT1 {
            @Override
            double[] reference() {
                return new double[] {1.1, 6};
            }

            @Override
            double[] losses(double[] x) {
                double g = 1 + 9 * IntStream.range(1, x.length).mapToDouble(i -> x[i]).sum() / (x.length - 1);
                return new double[] {x[0], g - Math.sqrt(g * x[0])};
            }
        },
        DTLZ2 {
            @Override
            double[] reference() {
                return new double[] {2, 2, 2};
            }

            @Override
            double[] losses(double[] x) {
                double radius = 1 + IntStream.range(2, x.length).mapToDouble(i -> (x[i] - 0.5) * (x[i] - 0.5)).sum();
                double first = x[0] * Math.PI / 2;
                double second = x[1] * Math.PI / 2;
                return new double[] {radius * Math.cos(first) * Math.cos(second), radius * Math.cos(first) * Math.sin(second),
                    radius * Math.sin(first)};
            }
        };

        private static final int PARAMETERS = 8;

        static SearchSpace space() {
            return new SearchSpace(IntStream.range(0, PARAMETERS)
                    .mapToObj(i -> Parameter.of("x" + i, new RealRange(0, 1, Scale.LINEAR))).toList(), List.of(), 1);
        }

        /// Where volumes are measured from.
        abstract double[] reference();

        abstract double[] losses(double[] x);

        double[] losses(Configuration configuration) {
            return losses(configuration.values().values().stream().mapToDouble(Discrete::number).toArray());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "nsga2, ZDT1, 1", "nsga2, DTLZ2, 1", "nsga2, ZDT1, 8", "nsga3, ZDT1, 1", "nsga3, DTLZ2, 1", "nsga3, DTLZ2, 8",
        "smsemoa, ZDT1, 1", "smsemoa, DTLZ2, 1", "smsemoa, DTLZ2, 8", "moead, DTLZ2, 1", "moead, DTLZ2, 8",
        "tpe, ZDT1, 1", "gp, ZDT1, 1"
    })
    void learningBeatsRandomSearch(String strategy, Problems problem, int slots) {
        int trials = strategy.equals("gp") ? TRIALS / 3 : TRIALS;
        double[] learned = IntStream.range(0, SEEDS).mapToDouble(seed -> volume(strategy, problem, new Run(trials, slots, seed))).toArray();
        double[] random = IntStream.range(0, SEEDS).mapToDouble(seed -> volume("random", problem, new Run(TRIALS, 1, 10_000L + seed))).toArray();
        long wins = Arrays.stream(learned).flatMap(mine -> Arrays.stream(random).filter(theirs -> mine > theirs)).count();
        assertThat(wins).as("wins of %s", SEEDS * SEEDS).isGreaterThanOrEqualTo(67);
    }

    private record Run(int trials, int slots, long seed) {}

    /// The hypervolume of all results of a study with some trials always running; the oldest of them ends next.
    private static double volume(String strategy, Problems problem, Run run) {
        Play play = new Play(StrategyCatalog.builtIn().find(strategy),
                new Problem(Problems.space(), problem.reference().length, StrategySpec.of(strategy), Optional.empty(), run.seed()));
        Deque<Play.Trial> running = new ArrayDeque<>(List.of(play.begin(Problems.space().start(), Origin.DEFAULTS)));
        List<double[]> results = new ArrayList<>();
        while (results.size() < run.trials()) {
            while (running.size() < run.slots()) {
                running.add(play.ask().orElseThrow());
            }
            Play.Trial trial = running.remove();
            double[] losses = problem.losses(trial.configuration());
            play.complete(trial, losses);
            results.add(losses);
            if (running.isEmpty()) {
                running.add(play.ask().orElseThrow());
            }
        }
        return Hypervolume.of(results.toArray(double[][]::new), problem.reference());
    }
}
