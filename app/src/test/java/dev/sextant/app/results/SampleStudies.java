package dev.sextant.app.results;

import dev.sextant.model.space.Bool;
import dev.sextant.model.space.Choice;
import dev.sextant.model.space.Configuration;
import dev.sextant.model.space.Constant;
import dev.sextant.model.space.IntRange;
import dev.sextant.model.space.Ordinal;
import dev.sextant.model.space.Parameter;
import dev.sextant.model.space.RealRange;
import dev.sextant.model.space.Scale;
import dev.sextant.model.space.SearchSpace;
import dev.sextant.model.study.Duplicates;
import dev.sextant.model.study.Objective;
import dev.sextant.model.study.Program;
import dev.sextant.model.study.StrategySpec;
import dev.sextant.model.study.StudySpec;
import dev.sextant.model.trial.Metrics;
import dev.sextant.model.trial.Origin;
import dev.sextant.model.trial.TrialRecord;
import dev.sextant.model.trial.TrialState;
import dev.sextant.model.value.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/// Studies that look like real ones: a training with a learning rate, a kernel and its degree, failures now and then.
public final class SampleStudies {
    public static final Instant START = Instant.parse("2026-03-01T08:00:00Z");
    public static final Objective ACCURACY = new Objective("accuracy", Objective.Goal.MAX);
    public static final Objective LATENCY = new Objective("latency", Objective.Goal.MIN);
    private static final int SLOTS = 4;

    private SampleStudies() {}

    /// Reals, whole numbers, categories, a condition, a constant; log scales among them.
    public static SearchSpace space() {
        return SearchSpace.of(
                Parameter.of("lr", new RealRange(1e-5, 0.1, Scale.LOG)).withDefault(new Value.Real(1e-3)),
                Parameter.of("dropout", new RealRange(0, 0.9, Scale.LINEAR)),
                Parameter.of("layers", IntRange.of(1, 6)).withDefault(new Value.Int(2)),
                Parameter.of("width", new IntRange(16, 4096, Scale.LOG, 1)),
                Parameter.of("act", new Choice(Stream.of("relu", "tanh", "gelu").<Value>map(Value.Text::new).toList())),
                Parameter.of("batch", new Ordinal(Stream.of(16L, 32L, 64L, 128L).<Value>map(Value.Int::new).toList())),
                Parameter.of("kernel", new Choice(Stream.of("linear", "poly").<Value>map(Value.Text::new).toList())),
                Parameter.of("degree", IntRange.of(2, 4)).onlyIf("kernel == poly"),
                Parameter.of("augment", new Bool(true)),
                Parameter.of("optimizer", new Constant(new Value.Text("adam"))));
    }

    public static StudySpec spec(String name, SearchSpace space, Objective... objectives) {
        return new StudySpec(name, space, List.of(objectives), List.of(), StrategySpec.of("tpe"), 7, new Duplicates.Forbid(), Optional.empty(),
                Optional.of(Program.of(List.of("python3", "train.py", "--lr={lr}", "--layers={layers}"), "/home/ada/lenet")));
    }

    /// A study of one objective, `accuracy`, larger is better.
    public static Results accuracy(int trials) {
        return of(spec("lenet", space(), ACCURACY), trials);
    }

    /// A study of two objectives.
    public static Results accuracyAndLatency(int trials) {
        return of(spec("lenet-fast", space(), ACCURACY, LATENCY), trials);
    }

    /// A study with trials that got better, some of which failed.
    public static Results of(StudySpec spec, int count) {
        var random = new SplittableRandom(5);
        var trials = new ArrayList<TrialRecord>();
        var ends = new PriorityQueue<Instant>(Comparator.naturalOrder());
        for (int number = 0; number < count; number++) {
            var start = ends.size() < SLOTS ? START.plusMillis(20L * number) : ends.remove().plusMillis(15);
            double progress = 1 - Math.exp(-3.0 * number / Math.max(20, count));
            var configuration = spec.space().configuration(p -> number(p, progress, random));
            var trial = trial(spec, number, configuration, start, random);
            ends.add(trial.finished().orElseThrow());
            trials.add(trial);
        }
        return new Results(spec, trials, trials.isEmpty() ? START : ends.stream().max(Comparator.naturalOrder()).orElseThrow());
    }

    private static Value number(Parameter parameter, double progress, SplittableRandom random) {
        double good = parameter.name().equals("lr") ? 0.55 : 0.3;
        return parameter.domain().at(Math.clamp(random.nextDouble() < progress ? good + random.nextGaussian() * 0.12 : random.nextDouble(), 0, 1));
    }

    private static TrialRecord trial(StudySpec spec, int number, Configuration configuration, Instant start, SplittableRandom random) {
        var end = start.plusMillis(4000 + random.nextInt(26_000));
        boolean failed = random.nextInt(12) == 0;
        var reason = !failed ? "" : random.nextBoolean() ? "exit code 1" : "killed by SIGKILL after 30 s (timeout)";
        var output = failed ? "Epoch 3/10\nRuntimeError: CUDA out of memory. Tried to allocate 2.50 GiB\n" : "";
        var metrics = new LinkedHashMap<String, Double>();
        if (!failed) {
            spec.objectives().forEach(o -> metrics.put(o.metric(), value(o, configuration, random)));
        }
        return new TrialRecord(number, 1, failed ? TrialState.FAILED : TrialState.COMPLETE, configuration, new Metrics(metrics),
                number == 0 ? Origin.DEFAULTS : Origin.STRATEGY, start, Optional.of(start), Optional.of(end), "", reason, output);
    }

    private static double value(Objective objective, Configuration configuration, SplittableRandom random) {
        double badness = 0;
        for (var entry : configuration.values().entrySet()) {
            var domain = space().find(entry.getKey()).map(Parameter::domain);
            double unit = domain.map(d -> d.unit(entry.getValue())).orElse(0.3);
            badness += Math.pow(unit - (entry.getKey().equals("lr") ? 0.55 : 0.3), 2);
        }
        double noise = 0.01 * random.nextGaussian();
        return objective.goal() == Objective.Goal.MAX ? 0.985 - 0.35 * badness + noise : 3 + 20 / (0.2 + badness) + 100 * noise;
    }
}
