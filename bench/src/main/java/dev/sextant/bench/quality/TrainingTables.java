package dev.sextant.bench.quality;

import dev.sextant.bench.quality.Benchmark.Instance;
import dev.sextant.library.Space;
import dev.sextant.model.space.IntRange;
import dev.sextant.model.space.Parameter;
import dev.sextant.model.space.Scale;
import dev.sextant.model.space.SearchSpace;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/// Problems made of recorded trainings: which spaces the tables span. All seeds have the same instance.
final class TrainingTables {
    /// Those looked at while strategies are developed; reports are about the others.
    static final Set<String> FOR_DEVELOPMENT = Set.of("svm-wine-error", "svm-cancer-error", "svr-diabetes-rmse",
            "boosting-diabetes-rmse", "forest-cancer-logloss", "network-wine-logloss", "ensemble-friedman-rmse");

    private static final SearchSpace SVM = SearchSpace.of(
            Space.choice("kernel", "linear", "rbf", "sigmoid", "poly"), Space.log("C", 1e-3, 1e4),
            Space.log("gamma", 1e-5, 10).onlyIf("kernel != linear"), Space.integer("degree", 2, 4).onlyIf("kernel == poly"));

    private static final SearchSpace BOOSTING = SearchSpace.of(
            Space.log("learning_rate", 1e-3, 1), Space.integer("max_depth", 1, 6), Space.real("subsample", 0.3, 1),
            Space.integer("min_samples_leaf", 1, 16), logInteger("trees", 1, 192));

    private static final SearchSpace BOOSTED = new SearchSpace(BOOSTING.parameters().subList(0, 4), List.of(), 1);

    private static final SearchSpace FOREST = SearchSpace.of(
            Space.choice("criterion", "gini", "entropy"), Space.integer("max_depth", 2, 14), Space.log("max_features", 0.02, 1),
            Space.integer("min_samples_leaf", 1, 6), Space.flag("bootstrap"), Space.real("max_samples", 0.1, 1).onlyIf("bootstrap == true"));

    private static final SearchSpace NETWORK = SearchSpace.of(
            Space.integer("layers", 1, 2), logInteger("units1", 4, 64), logInteger("units2", 4, 64).onlyIf("layers == 2"),
            Space.choice("solver", "sgd", "adam"), Space.real("momentum", 0, 0.9).onlyIf("solver == sgd"),
            Space.log("learning_rate_init", 1e-4, 1), Space.log("alpha", 1e-6, 1), Space.choice("activation", "relu", "tanh"));

    private static final SearchSpace SGD = SearchSpace.of(
            Space.choice("learning_rate", "constant", "invscaling"), Space.real("power_t", 0.25, 0.5).onlyIf("learning_rate == invscaling"),
            Space.choice("loss", "hinge", "log_loss", "modified_huber"), Space.choice("penalty", "l2", "l1"), Space.log("alpha", 1e-6, 1),
            Space.log("eta0", 1e-4, 10), Space.flag("average"));

    private static final SearchSpace ENSEMBLE = SearchSpace.of(
            Space.log("learning_rate", 1e-3, 1), Space.integer("max_depth", 1, 5), Space.real("subsample", 0.3, 1), Space.log("max_features", 0.1, 1));

    private static final SearchSpace REGRESSION = SearchSpace.of(
            Space.choice("loss", "squared_error", "absolute_error", "huber"), Space.log("learning_rate", 1e-3, 1), Space.integer("max_depth", 1, 5),
            Space.real("subsample", 0.3, 1), Space.log("max_features", 0.3, 1));

    private TrainingTables() {}

    private static Parameter logInteger(String name, long low, long high) {
        return Parameter.of(name, new IntRange(low, high, Scale.LOG, 1));
    }

    /// A figure of a table.
    private record Source(String table, String figure, Function<TrainingTable, Instance> problem) {}

    private static List<Source> sources() {
        return List.of(
                end("svm-wine", SVM, "error"), end("svm-cancer", SVM, "error"), end("svm-digits", SVM, "error"),
                end("svr-diabetes", SVM, "rmse"),
                steps("boosting-cancer", "error"), steps("boosting-cancer", "logloss"), steps("boosting-diabetes", "rmse"),
                end("forest-digits", FOREST, "error"), end("forest-digits", FOREST, "logloss"), end("forest-cancer", FOREST, "logloss"),
                full("network-wine", NETWORK, "logloss"), full("network-digits", NETWORK, "logloss"), full("sgd-digits", SGD, "error"),
                full("ensemble-friedman", REGRESSION, "rmse"));
    }

    /// Numbers as ranges.
    static List<Benchmark> all() {
        return sources().stream().map(s -> of("tables", s.table() + "-" + s.figure(), s.table(), s.problem())).toList();
    }

    /// Numbers as what the grid has of them: the number of a level.
    static List<Benchmark> grids() {
        return grids("grids", "grid-", GridTable.Naming.NUMBER);
    }

    /// The same as choices among the levels.
    static List<Benchmark> choices() {
        return grids("choices", "choice-", GridTable.Naming.CHOICE);
    }

    private static List<Benchmark> grids(String family, String prefix, GridTable.Naming naming) {
        return sources().stream().map(s -> of(family, prefix + s.table() + "-" + s.figure(), s.table(),
                t -> t.grid(s.problem().apply(t), s.figure(), naming))).toList();
    }

    /// Trainings that are stopped early: epochs of networks, trees of boosting.
    static List<Benchmark> curves() {
        return List.of(
                curve("boosting-cancer", BOOSTED, "logloss"), curve("boosting-diabetes", BOOSTED, "rmse"),
                curve("ensemble-wine", ENSEMBLE, "logloss"), curve("ensemble-friedman", REGRESSION, "rmse"), curve("sgd-digits", SGD, "error"),
                curve("network-wine", NETWORK, "logloss"), curve("network-digits", NETWORK, "logloss"));
    }

    private static Benchmark curve(String table, SearchSpace space, String figure) {
        return of("curves", "curves-" + table + "-" + figure, table, t -> t.curves(space, figure));
    }

    private static Source end(String table, SearchSpace space, String figure) {
        return new Source(table, figure, t -> t.instance(space, figure));
    }

    private static Source full(String table, SearchSpace space, String figure) {
        return new Source(table, figure, t -> t.full(space, figure));
    }

    private static Source steps(String table, String figure) {
        return new Source(table, figure, t -> t.instance(BOOSTING, figure, "trees"));
    }

    /// A table is read when it is first needed.
    private static Benchmark of(String family, String name, String table, Function<TrainingTable, Instance> problem) {
        var instances = new ConcurrentHashMap<String, Instance>();
        return new Benchmark(family, name, _ -> instances.computeIfAbsent(table, t -> problem.apply(TrainingTable.read(t))));
    }
}
