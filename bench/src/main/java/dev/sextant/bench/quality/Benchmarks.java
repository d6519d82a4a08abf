package dev.sextant.bench.quality;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Every problem, and short words for some of them.
final class Benchmarks {
    /// A few of each family, for the hour in which a strategy is being written.
    private static final Set<String> SMALL = Set.of("branin", "hartmann-6", "rosenbrock-5", "ackley-10",
            "bbob-f8-d5", "bbob-f10-d5", "bbob-f15-d5", "bbob-f21-d5", "bbob-f6-d10", "mixint-f8-d10", "mixint-f15-d10",
            "conditional-models", "conditional-layers", "conditional-steps",
            "svm-wine-error", "svm-cancer-error", "svr-diabetes-rmse", "boosting-diabetes-rmse", "forest-cancer-logloss");

    private static final Set<String> TINY = Set.of("branin", "bbob-f10-d5", "mixint-f15-d10", "conditional-models", "svm-wine-error");

    private static final Set<String> ROUNDED = Set.of("branin", "hartmann-6", "rosenbrock-5", "bbob-f10-d5", "bbob-f15-d5", "bbob-f21-d5", "mixint-f8-d10", "mixint-f15-d10",
            "conditional-models", "conditional-layers");

    private static final Set<String> CRASHING = Set.of("branin", "hartmann-6", "rosenbrock-5", "ackley-10", "bbob-f6-d10", "bbob-f15-d5", "mixint-f8-d10",
            "conditional-models", "conditional-layers", "conditional-steps", "svr-diabetes-rmse", "boosting-diabetes-rmse");

    private static final List<Benchmark> ALL = all();

    private Benchmarks() {}

    private static List<Benchmark> all() {
        var all = new ArrayList<>(Anchors.all());
        all.addAll(Bbob.all());
        all.addAll(MixedBbob.all());
        all.addAll(Conditional.all());
        all.addAll(TrainingTables.all());
        all.addAll(TrainingTables.grids());
        all.addAll(TrainingTables.choices());
        all.addAll(TrainingTables.curves());
        all.addAll(FrontProblems.all());
        all.addAll(Topologies.all());
        all.addAll(Crashing.of(all.stream().filter(b -> CRASHING.contains(b.name())).toList()));
        all.addAll(Rounded.of(all.stream().filter(b -> ROUNDED.contains(b.name())).toList()));
        return List.copyOf(all);
    }

    static Benchmark find(String name) {
        return ALL.stream().filter(b -> b.name().equals(name)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no problem '%s'.".formatted(name)));
    }

    /// Those that any of some words mean, separated by commas: a name, a family, `tiny`, `small`, `develop` (without the
    /// tables that reports are about), `report` (without those for development), `all`. The last three leave out `curves`,
    /// whose budget counts otherwise, `fronts`, which have several objectives, `topologies`, which no peer can say, and `rounded`,
    /// `crashing`, `flaky`, `grids` and `choices`, which are others in steps or with failures.
    static List<Benchmark> select(String words) {
        var chosen = new LinkedHashSet<Benchmark>();
        for (var word : words.split(",", -1)) {
            var found = ALL.stream().filter(b -> means(word, b)).toList();
            if (found.isEmpty()) {
                throw new IllegalArgumentException("There is no problem, family or set '%s'; there are tiny, small, develop, report, all, %s."
                        .formatted(word, String.join(", ", families())));
            }
            chosen.addAll(found);
        }
        return List.copyOf(chosen);
    }

    private static boolean means(String word, Benchmark benchmark) {
        return switch (word) {
            case "all" -> hasOneEnd(benchmark);
            case "small" -> SMALL.contains(benchmark.name());
            case "tiny" -> TINY.contains(benchmark.name());
            case "develop" -> hasOneEnd(benchmark) && (!benchmark.family().equals("tables") || TrainingTables.FOR_DEVELOPMENT.contains(benchmark.name()));
            case "report" -> hasOneEnd(benchmark) && !TrainingTables.FOR_DEVELOPMENT.contains(benchmark.name());
            default -> word.equals(benchmark.name()) || word.equals(benchmark.family());
        };
    }

    private static boolean hasOneEnd(Benchmark benchmark) {
        return !Set.of("curves", "fronts", "topologies", "rounded", "crashing", "flaky", "grids", "choices").contains(benchmark.family());
    }

    static boolean isCurve(Benchmark benchmark) {
        return benchmark.family().equals("curves");
    }

    static List<String> families() {
        return ALL.stream().map(Benchmark::family).distinct().toList();
    }
}
