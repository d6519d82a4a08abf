package dev.sextant.bench;

import dev.sextant.engine.Asked;
import dev.sextant.engine.memory.MemoryStore;
import dev.sextant.model.space.IntRange;
import dev.sextant.model.space.Parameter;
import dev.sextant.model.space.RealRange;
import dev.sextant.model.space.Scale;
import dev.sextant.model.space.SearchSpace;
import dev.sextant.model.study.Budget;
import dev.sextant.model.study.Duplicates;
import dev.sextant.model.study.FidelityRange;
import dev.sextant.model.study.Limit;
import dev.sextant.model.study.Objective;
import dev.sextant.model.study.Settings;
import dev.sextant.model.study.StrategySpec;
import dev.sextant.model.study.StudySpec;
import dev.sextant.model.trial.Lease;
import dev.sextant.model.trial.Metrics;
import dev.sextant.model.trial.Outcome;
import dev.sextant.model.trial.Tie;
import dev.sextant.model.value.Value;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/// Does it pay to take weights over? Trains the LeNet of the examples with a number of epochs in all, under each of some
/// strategies, and prints what came out.
///
/// Every study has the space of `examples/lenet.yaml` and trains one network at a time. A line: strategy, seed, epochs
/// trained, then of the network with the lowest loss in the end (of those trained to the last epoch) loss, accuracy and
/// accuracy on the test images; then the lowest loss seen after each [#MARK] epochs.
final class DoesPopulationTrainingPay {
    private static final int MARK = 9;
    private static final SearchSpace SPACE = SearchSpace.of(
            Parameter.of("c1_sz", IntRange.of(2, 5)).withDefault(new Value.Int(3)), filters("c1_ft", 2, 16, 6),
            Parameter.of("c2_sz", IntRange.of(2, 5)).withDefault(new Value.Int(3)), filters("c2_ft", 4, 32, 12), filters("fc", 16, 128, 32),
            real("dropout", 0, 0.9, Scale.LINEAR, 0.2), real("momentum", 0, 0.99, Scale.LINEAR, 0.5), real("lr", 1e-4, 1, Scale.LOG, 0.01));

    private final Trainings trainings;
    private final int members;
    private final int epochs;

    private DoesPopulationTrainingPay(Trainings trainings, int members, int epochs) {
        this.trainings = trainings;
        this.members = members;
        this.epochs = epochs;
    }

    private static Parameter filters(String name, int least, int most, int standard) {
        return Parameter.of(name, new IntRange(least, most, Scale.LOG, 1)).withDefault(new Value.Int(standard));
    }

    private static Parameter real(String name, double low, double high, Scale scale, double standard) {
        return Parameter.of(name, new RealRange(low, high, scale)).withDefault(new Value.Real(standard));
    }

    /// Trains.
    ///
    /// @param arguments the data; a folder for checkpoints; seeds such as `2,4,6`; members; epochs of each; strategies such as
    ///        `pbt:parents=3,quantile=0.5`
    public static void main(String[] arguments) throws IOException {
        var bench = new DoesPopulationTrainingPay(new Trainings(arguments[0], Path.of(arguments[1])),
                Integer.parseInt(arguments[3]), Integer.parseInt(arguments[4]));
        for (String seed : arguments[2].split(",", -1)) {
            for (String strategy : Arrays.asList(arguments).subList(5, arguments.length)) {
                System.out.println(bench.study(strategy, Long.parseLong(seed)));
            }
        }
    }

    private static StrategySpec strategy(String text) {
        String[] parts = text.split(":", 2);
        StrategySpec spec = StrategySpec.of(parts[0]);
        for (String setting : parts.length > 1 ? parts[1].split(",", -1) : new String[0]) {
            String[] pair = setting.split("=", 2);
            spec = spec.with(pair[0], Value.of(pair[1]));
        }
        return spec;
    }

    /// What a network came to.
    private record Trained(double loss, double accuracy, double test) {}

    private String study(String strategy, long seed) throws IOException {
        var spec = new StudySpec("lenet", SPACE, List.of(new Objective("loss", Objective.Goal.MIN)), List.of("accuracy", "test_accuracy"),
                strategy(strategy), seed, new Duplicates.Forbid(), Optional.of(new FidelityRange("epochs", 1, epochs)), Optional.empty());
        var settings = Settings.BY_HAND.with(Budget.of(new Limit.Trials(members * epochs)));
        List<Trained> ended = new ArrayList<>();
        List<Double> losses = new ArrayList<>();
        trainings.begin();
        try (var desk = Desks.open(MemoryStore.create(spec, settings, Instant.now()))) {
            while (losses.size() < members * epochs && desk.ask("bench", Tie.PROCESS) instanceof Asked.Given(Lease lease)) {
                Metrics metrics = train(lease, seed, losses);
                boolean failed = metrics.values().isEmpty();
                desk.tell(lease.trial(), lease.attempt(), failed ? Outcome.Failed.because("loss is NaN") : new Outcome.Completed(metrics));
                if (!failed && lease.fidelity().isEmpty()) {
                    ended.add(new Trained(figure(metrics, "loss"), figure(metrics, "accuracy"), figure(metrics, "test_accuracy")));
                }
            }
        }
        return line(strategy, seed, ended, losses);
    }

    private Metrics train(Lease lease, long seed, List<Double> losses) throws IOException {
        return trainings.train(lease, (int) lease.fidelity().orElse(epochs), seed * 1_000_000 + lease.trial(), losses::add);
    }

    private static double figure(Metrics metrics, String name) {
        return metrics.value(name).orElseThrow();
    }

    private static String line(String strategy, long seed, List<Trained> ended, List<Double> losses) {
        Trained best = ended.stream().min((one, other) -> Double.compare(one.loss(), other.loss())).orElse(new Trained(9, 0, 0));
        var marks = IntStream.rangeClosed(1, losses.size() / MARK)
                .mapToObj(mark -> String.format(Locale.ROOT, "%.4f", lowest(losses.subList(0, mark * MARK)))).toList();
        return String.format(Locale.ROOT, "%s;%d;%d;%.4f;%.4f;%.4f;%s", strategy, seed, losses.size(), best.loss(), best.accuracy(),
                best.test(), String.join(" ", marks));
    }

    private static double lowest(List<Double> losses) {
        return losses.stream().mapToDouble(loss -> loss).filter(loss -> !Double.isNaN(loss)).min().orElse(9);
    }
}
