package dev.sextant.checks.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.model.space.Choice;
import dev.sextant.model.space.Configuration;
import dev.sextant.model.space.Discrete;
import dev.sextant.model.space.ElementList;
import dev.sextant.model.space.IntRange;
import dev.sextant.model.space.Parameter;
import dev.sextant.model.space.RealRange;
import dev.sextant.model.space.Scale;
import dev.sextant.model.space.SearchSpace;
import dev.sextant.model.study.StrategySpec;
import dev.sextant.model.trial.Origin;
import dev.sextant.model.value.Value;
import dev.sextant.strategy.Problem;
import dev.sextant.strategy.catalog.StrategyCatalog;
import dev.sextant.testkit.strategy.Play;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Strategies that learn find better values than random search with the same number of trials.
///
/// One-sided Mann-Whitney test of the best loss over 25 seeds each, p < 0.001; 80 trials a study, and 200 for
/// searches that need some generations. `-Dsextant.seeds=200` makes it sharper.
class QualityTest {
    private static final int SEEDS = Integer.getInteger("sextant.seeds", 25);
    private static final double ONE_IN_A_THOUSAND = 3.09;
    private static final List<String> BEST = List.of("conv", "pool", "norm", "skip", "dense");
    private static final ElementList LAYERS = ElementList.of("layer", 1, 8,
            Parameter.of("kind", new Choice(BEST.stream().<Value>map(Value.Text::new).toList())), Parameter.of("rate", new RealRange(0, 1, Scale.LINEAR)));

    /// A function to minimise and where; its optimum is nowhere near the middle.
    enum Problems {
        BOWL {
            @Override
            SearchSpace space() {
                return reals(6);
            }

            @Override
            double loss(Configuration c) {
                return IntStream.range(0, 6).mapToDouble(i -> Math.pow(x(c, "x" + i) - 1 - 0.4 * i, 2)).sum();
            }
        },
        /// Many local optima (Rastrigin, shifted).
        EGG_BOX {
            @Override
            SearchSpace space() {
                return reals(4);
            }

            @Override
            double loss(Configuration c) {
                return IntStream.range(0, 4).mapToDouble(i -> x(c, "x" + i) - 1.3 + 0.5 * i)
                        .map(z -> z * z - 10 * Math.cos(2 * Math.PI * z) + 10).sum();
            }
        },
        /// Logarithmic, whole and nominal parameters, one of them conditional.
        TRAINING {
            @Override
            SearchSpace space() {
                return SearchSpace.of(
                        Parameter.of("rate", new RealRange(1e-5, 1, Scale.LOG)),
                        Parameter.of("layers", IntRange.of(1, 10)),
                        Parameter.of("optimizer", new Choice(Stream.of("sgd", "adam", "rprop").<Value>map(Value.Text::new).toList())),
                        Parameter.of("momentum", new RealRange(0, 1, Scale.LINEAR)).onlyIf("optimizer == sgd"));
            }

            @Override
            double loss(Configuration c) {
                double rate = Math.pow(Math.log10(x(c, "rate")) + 2.5, 2);
                double layers = Math.pow(x(c, "layers") - 7, 2) / 10;
                return rate + layers + switch (c.value("optimizer").orElseThrow().text()) {
                    case "sgd" -> Math.pow(x(c, "momentum") - 0.9, 2);
                    case "adam" -> 0.2;
                    default -> 1.0;
                };
            }
        },
        /// Five layers that are all different, each with a rate of its own: what it costs to make them of a list, a half for a layer too many or too few.
        TOPOLOGY {
            @Override
            SearchSpace space() {
                return new SearchSpace(LAYERS.parameters(), List.of(), 1);
            }

            @Override
            double loss(Configuration c) {
                double[] row = IntStream.rangeClosed(0, BEST.size()).mapToDouble(j -> 0.5 * j).toArray();
                for (var layer : LAYERS.elements(c.values()).orElseThrow()) {
                    double diagonal = row[0];
                    row[0] += 0.5;
                    for (int j = 1; j < row.length; j++) {
                        double same = diagonal + (BEST.get(j - 1).equals(value(layer, "kind").text())
                                ? Math.abs(Discrete.number(value(layer, "rate")) - 0.15 * j) / 2 : 1);
                        diagonal = row[j];
                        row[j] = Math.min(same, 0.5 + Math.min(row[j], row[j - 1]));
                    }
                }
                return row[BEST.size()];
            }
        };

        private static Value value(Map<String, Value> element, String name) {
            return Objects.requireNonNull(element.get(name), name);
        }

        abstract SearchSpace space();

        abstract double loss(Configuration configuration);

        static SearchSpace reals(int count) {
            return new SearchSpace(IntStream.range(0, count)
                    .mapToObj(i -> Parameter.of("x" + i, new RealRange(-5, 5, Scale.LINEAR))).toList(), List.of(), 1);
        }

        static double x(Configuration configuration, String name) {
            return Discrete.number(configuration.value(name).orElseThrow());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "tpe, BOWL, 1", "tpe, EGG_BOX, 1", "tpe, TRAINING, 1", "tpe, BOWL, 8", "tpe, TRAINING, 8",
        "auto, BOWL, 1", "auto, EGG_BOX, 1", "auto, TRAINING, 1", "auto, BOWL, 8",
        "forest, BOWL, 1", "forest, TRAINING, 8",
        "genetic, BOWL, 1", "genetic, EGG_BOX, 1", "genetic, TRAINING, 1", "genetic, BOWL, 8",
        "cmaes, BOWL, 1", "cmaes, EGG_BOX, 1", "cmaes, TRAINING, 1", "cmaes, BOWL, 8",
        "neat, TOPOLOGY, 1", "neat, TOPOLOGY, 8", "neat, TRAINING, 8",
        "de, EGG_BOX, 1", "de, TRAINING, 8", "pso, BOWL, 8", "neldermead, BOWL, 1", "spsa, BOWL, 8"
    })
    void learningBeatsRandomSearch(String strategy, Problems problem, int slots) {
        int trials = List.of("tpe", "auto", "forest").contains(strategy) ? 80 : 200;
        double[] learned = IntStream.range(0, SEEDS).mapToDouble(seed -> best(strategy, problem, new Run(trials, slots, seed))).toArray();
        double[] random = IntStream.range(0, SEEDS).mapToDouble(seed -> best("random", problem, new Run(trials, 1, 10_000L + seed))).toArray();
        assertThat(advantage(learned, random)).isGreaterThan(ONE_IN_A_THOUSAND);
    }

    /// The same search learns less where it knows lists by their places alone.
    @Test
    void aSearchThatAlignsListsIsBetterOnTopologiesThanOneThatComparesPlaces() {
        double[] aligned = IntStream.range(0, 2 * SEEDS).mapToDouble(seed -> best("neat", Problems.TOPOLOGY, new Run(300, 1, seed))).toArray();
        double[] placed = IntStream.range(0, 2 * SEEDS).mapToDouble(seed -> best("genetic", Problems.TOPOLOGY, new Run(300, 1, 10_000L + seed))).toArray();
        assertThat(advantage(aligned, placed)).isGreaterThan(ONE_IN_A_THOUSAND);
    }

    private record Run(int trials, int slots, long seed) {}

    /// The smallest loss of a study with some trials always running; the oldest of them ends next.
    private static double best(String strategy, Problems problem, Run run) {
        SearchSpace space = problem.space();
        Play play = new Play(StrategyCatalog.builtIn().find(strategy),
                new Problem(space, 1, StrategySpec.of(strategy), Optional.empty(), run.seed()));
        Deque<Play.Trial> running = new ArrayDeque<>(List.of(play.begin(space.start(), Origin.DEFAULTS)));
        double best = Double.POSITIVE_INFINITY;
        for (int ended = 0; ended < run.trials(); ended++) {
            while (running.size() < run.slots()) {
                running.add(play.ask().orElseThrow());
            }
            Play.Trial trial = running.remove();
            double loss = problem.loss(trial.configuration());
            play.complete(trial, loss);
            best = Math.min(best, loss);
            if (running.isEmpty()) {
                running.add(play.ask().orElseThrow());
            }
        }
        return best;
    }

    /// By how many standard deviations the first sample has more of the smaller values than chance would give it.
    private static double advantage(double[] first, double[] second) {
        double wins = Arrays.stream(first).map(a -> Arrays.stream(second).map(b -> a < b ? 1 : a == b ? 0.5 : 0).sum()).sum();
        double pairs = (double) first.length * second.length;
        double deviation = Math.sqrt(pairs * (first.length + second.length + 1) / 12);
        return (wins - pairs / 2) / deviation;
    }
}
