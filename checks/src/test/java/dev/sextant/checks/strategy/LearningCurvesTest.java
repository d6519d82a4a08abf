package dev.sextant.checks.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.model.space.Configuration;
import dev.sextant.model.space.Discrete;
import dev.sextant.model.space.IntRange;
import dev.sextant.model.space.Parameter;
import dev.sextant.model.space.RealRange;
import dev.sextant.model.space.Scale;
import dev.sextant.model.space.SearchSpace;
import dev.sextant.model.study.FidelityRange;
import dev.sextant.model.study.StrategySpec;
import dev.sextant.model.trial.Decision;
import dev.sextant.model.value.Value;
import dev.sextant.strategy.Observation;
import dev.sextant.strategy.Problem;
import dev.sextant.strategy.StoppingRule;
import dev.sextant.strategy.catalog.StoppingRuleCatalog;
import dev.sextant.strategy.catalog.StrategyCatalog;
import dev.sextant.testkit.strategy.Play;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Strategies that run a part of each trial first find as good a trial as random search with a fraction of the epochs.
///
/// Simulated trainings of up to 27 epochs whose loss falls by a power law towards a floor; both depend on the
/// configuration, and fast ones are not always the best. Only trials that were run in full count. Medians over 25 seeds.
class LearningCurvesTest {
    private static final long EPOCHS = 27;
    private static final int SEEDS = Integer.getInteger("sextant.seeds", 25);
    private static final SearchSpace SPACE = SearchSpace.of(
            Parameter.of("rate", new RealRange(1e-5, 1, Scale.LOG)),
            Parameter.of("decay", new RealRange(1e-6, 1e-1, Scale.LOG)),
            Parameter.of("layers", IntRange.of(1, 8)));

    /// @param checkpoints whether a trial that goes on does only the rest
    private record Run(String strategy, Optional<String> rule, int slots, boolean checkpoints, long epochs, long seed) {}

    private static double loss(Configuration configuration, long epoch) {
        double rate = Math.log10(x(configuration, "rate")) + 2.2;
        double floor = 0.05 + 0.1 * rate * rate + 0.02 * Math.pow(Math.log10(x(configuration, "decay")) + 4, 2)
                + 0.01 * Math.pow(x(configuration, "layers") - 5, 2);
        double speed = Math.clamp(1.1 + 0.4 * rate, 0.2, 2);
        return floor + 2 * Math.pow(epoch + 1.0, -speed);
    }

    private static double x(Configuration configuration, String name) {
        return Discrete.number(configuration.value(name).orElseThrow());
    }

    /// The best loss of a trial that was run in full, before so many epochs were spent.
    private static double best(Run run) {
        var fidelity = Optional.of(new FidelityRange("epochs", 1, EPOCHS));
        var play = new Play(StrategyCatalog.builtIn().find(run.strategy()),
                new Problem(SPACE, 1, StrategySpec.of(run.strategy()), fidelity, run.seed()));
        var rule = run.rule().map(name -> StoppingRuleCatalog.find(name).create(
                new Problem(SPACE, 1, StrategySpec.of(name), fidelity, run.seed()))).orElse(StoppingRule.NEVER);
        Map<Integer, Long> reached = new HashMap<>();
        Deque<Play.Trial> running = new ArrayDeque<>();
        double best = Double.POSITIVE_INFINITY;
        for (long left = run.epochs(); left > 0; ) {
            while (running.size() < run.slots()) {
                running.add(play.ask().orElseThrow());
            }
            var trial = running.remove();
            long from = run.checkpoints() ? reached.getOrDefault(trial.number(), 0L) : 0;
            long to = train(play, rule, trial, from);
            left -= to - from;
            reached.put(trial.number(), to);
            if (to == EPOCHS && left >= 0) {
                best = Math.min(best, loss(trial.configuration(), EPOCHS));
            }
        }
        return best;
    }

    /// @return the epoch up to which it was trained
    private static long train(Play play, StoppingRule rule, Play.Trial trial, long from) {
        long to = play.fidelity(trial).orElse(EPOCHS);
        for (long epoch = from + 1; epoch <= to; epoch++) {
            var report = new Observation.Measured(trial.number(), epoch, List.of(loss(trial.configuration(), epoch)));
            var decision = rule.decide(report);
            play.tell(report);
            rule.tell(report);
            if (decision == Decision.STOP) {
                play.tell(new Observation.Pruned(trial.number(), report.losses()));
                return epoch;
            }
        }
        play.complete(trial, loss(trial.configuration(), to));
        return to;
    }

    private static double median(Run run) {
        double[] bests = IntStream.range(0, SEEDS).mapToDouble(seed -> best(new Run(
                run.strategy(), run.rule(), run.slots(), run.checkpoints(), run.epochs(), seed))).sorted().toArray();
        return bests[SEEDS / 2];
    }

    @ParameterizedTest
    @CsvSource({
        "halving, 1, true", "hyperband, 1, true", "asha, 1, true", "bohb, 1, true", "dehb, 1, true", "freezethaw, 1, true",
        "hyperband, 8, true", "asha, 8, true", "hyperband, 1, false", "asha, 8, false"
    })
    void aThirdOfTheEpochsIsEnough(String strategy, int slots, boolean checkpoints) {
        double random = median(new Run("random", Optional.empty(), 1, true, 60 * EPOCHS, 0));
        assertThat(median(new Run(strategy, Optional.empty(), slots, checkpoints, 20 * EPOCHS, 0))).isLessThanOrEqualTo(random);
    }

    @ParameterizedTest
    @ValueSource(strings = {"median", "percentile", "asha"})
    void aStoppingRuleSavesEpochsForTheSameStrategy(String rule) {
        double without = median(new Run("random", Optional.empty(), 1, true, 60 * EPOCHS, 0));
        assertThat(median(new Run("random", Optional.of(rule), 1, true, 40 * EPOCHS, 0))).isLessThanOrEqualTo(without);
    }

    /// Nothing is left idle while a rung is not full: with as many slots as the first bracket has trials, all work.
    @ParameterizedTest
    @ValueSource(strings = {"halving", "hyperband", "asha", "bohb", "freezethaw"})
    void noSlotIsIdle(String strategy) {
        var play = new Play(StrategyCatalog.builtIn().find(strategy), new Problem(SPACE, 1, StrategySpec.of(strategy),
                Optional.of(new FidelityRange("epochs", 1, EPOCHS)), 1));
        Deque<Play.Trial> running = new ArrayDeque<>();
        for (int i = 0; i < 400; i++) {
            while (running.size() < 100) {
                running.add(play.ask().orElseThrow());
            }
            var trial = running.remove();
            play.complete(trial, loss(trial.configuration(), play.fidelity(trial).orElse(EPOCHS)));
        }
        assertThat(running).hasSize(99);
    }

    /// The sizes of the paper's example (Li et al. 2018, table 1): eta 3, 81 epochs.
    @Test
    void theBracketsAreThoseOfThePaper() {
        var range = new FidelityRange("epochs", 1, 81);
        var play = new Play(StrategyCatalog.builtIn().find("hyperband"),
                new Problem(SPACE, 1, StrategySpec.of("hyperband").with("proposer", new Value.Text("random")), Optional.of(range), 1));
        Map<OptionalLong, Integer> started = new HashMap<>();
        Map<OptionalLong, Integer> resumed = new HashMap<>();
        Map<Integer, Boolean> seen = new HashMap<>();
        for (int i = 0; i < 206; i++) {
            var trial = play.ask().orElseThrow();
            var counts = seen.putIfAbsent(trial.number(), true) == null ? started : resumed;
            counts.merge(play.fidelity(trial), 1, Integer::sum);
            play.complete(trial, loss(trial.configuration(), play.fidelity(trial).orElse(81)));
        }
        assertThat(started).isEqualTo(Map.of(OptionalLong.of(1), 81, OptionalLong.of(3), 34, OptionalLong.of(9), 15,
                OptionalLong.of(27), 8, OptionalLong.empty(), 5));
        assertThat(resumed.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(206 - 143);
        assertThat(Arrays.asList(OptionalLong.of(3), OptionalLong.of(9), OptionalLong.of(27), OptionalLong.empty()))
                .extracting(resumed::get).containsExactly(27, 9 + 11, 3 + 3 + 5, 1 + 1 + 1 + 2);
    }
}
