package dev.sextant.bench.quality;

import dev.sextant.bench.quality.Benchmark.Instance;
import dev.sextant.library.Space;
import dev.sextant.model.space.Configuration;
import dev.sextant.model.space.Discrete;
import dev.sextant.model.space.SearchSpace;
import dev.sextant.model.value.Value;
import dev.sextant.strategy.Streams;
import java.util.List;
import java.util.function.ToDoubleBiFunction;

/// Spaces whose parameters depend on each other. Each instance has its optimum elsewhere; what is best where is known, and
/// the best branch is not the one that looks best in its middle.
///
/// Source of `tree`: R. Jenatton et al., Bayesian optimization with tree-structured dependencies, ICML 2017, section 4.1,
/// its squares moved off zero; the others are our own.
final class Conditional {
    private static final SearchSpace TREE = SearchSpace.of(
            Space.flag("x1"), Space.flag("x2").onlyIf("x1 == false"), Space.flag("x3").onlyIf("x1 == true"),
            Space.real("x4", -1, 1).onlyIf("x1 == false and x2 == false"), Space.real("x5", -1, 1).onlyIf("x1 == false and x2 == true"),
            Space.real("x6", -1, 1).onlyIf("x1 == true and x3 == false"), Space.real("x7", -1, 1).onlyIf("x1 == true and x3 == true"),
            Space.real("r8", 0, 1).onlyIf("x1 == false"), Space.real("r9", 0, 1).onlyIf("x1 == true"));

    private static final SearchSpace MODELS = SearchSpace.of(
            Space.choice("model", "linear", "kernel", "trees", "network"), Space.log("scale", 1e-3, 1e3),
            Space.log("penalty", 1e-6, 1).onlyIf("model == linear"),
            Space.log("width", 1e-4, 10).onlyIf("model == kernel"), Space.log("cost", 1e-2, 1e4).onlyIf("model == kernel"),
            Space.integer("depth", 1, 12).onlyIf("model == trees"), Space.real("share", 0.05, 1).onlyIf("model == trees"),
            Space.integer("leaf", 1, 30).onlyIf("model == trees"),
            Space.log("rate", 1e-5, 1).onlyIf("model == network"), Space.real("dropout", 0, 0.9).onlyIf("model == network"),
            Space.choice("activation", "relu", "tanh", "gelu").onlyIf("model == network"),
            Space.integer("units", 4, 128).onlyIf("model == network"));

    private static final SearchSpace LAYERS = SearchSpace.of(
            Space.integer("layers", 1, 4), Space.choice("optimizer", "sgd", "adam", "rmsprop"), Space.log("rate", 1e-5, 1),
            Space.real("momentum", 0, 1).onlyIf("optimizer == sgd"), Space.flag("nesterov").onlyIf("optimizer == sgd and momentum > 0.5"),
            Space.real("beta", 0.5, 1).onlyIf("optimizer == adam"),
            Space.integer("units1", 1, 64), Space.integer("units2", 1, 64).onlyIf("layers >= 2"),
            Space.integer("units3", 1, 64).onlyIf("layers >= 3"), Space.integer("units4", 1, 64).onlyIf("layers >= 4"));

    private static final SearchSpace STEPS = SearchSpace.of(
            Space.flag("clean"), Space.real("cut", 0, 1).onlyIf("clean == true"),
            Space.flag("select"), Space.integer("keep", 1, 50).onlyIf("select == true"),
            Space.choice("scaling", "none", "unit", "power"), Space.real("exponent", -2, 2).onlyIf("scaling == power"),
            Space.flag("blend"), Space.real("weight", 0, 1).onlyIf("blend == true"), Space.log("temper", 0.01, 100).onlyIf("blend == true"),
            Space.log("rate", 1e-4, 1));

    private Conditional() {}

    static List<Benchmark> all() {
        return List.of(
                of("tree", TREE, Conditional::tree), of("models", MODELS, Conditional::models),
                of("layers", LAYERS, Conditional::layers), of("steps", STEPS, Conditional::steps));
    }

    private static Benchmark of(String name, SearchSpace space, ToDoubleBiFunction<Point, Centre> loss) {
        return new Benchmark("conditional", "conditional-" + name, seed -> {
            var centre = new Centre(name, seed);
            return new Instance(space, c -> loss.applyAsDouble(new Point(space, c), centre), 0);
        });
    }

    /// Where the optimum lies.
    private record Centre(String name, long seed) {
        /// In the middle four fifths of a unit interval, for each parameter.
        double of(String parameter) {
            return 0.1 + 0.8 * Streams.of(seed, name + "." + parameter).nextDouble();
        }

        int pick(String what, int count) {
            return Streams.of(seed, name + "." + what).nextInt(count);
        }
    }

    /// A configuration as units in `[0, 1]`.
    private record Point(SearchSpace space, Configuration configuration) {
        boolean has(String parameter) {
            return configuration.value(parameter).isPresent();
        }

        boolean on(String parameter) {
            return configuration.value(parameter).filter(new Value.Flag(true)::equals).isPresent();
        }

        String word(String parameter) {
            return configuration.value(parameter).map(Value::text).orElse("");
        }

        /// The place of a value among those of its choice.
        int index(String parameter) {
            var domain = space.parameter(parameter).domain();
            return (int) ((Discrete) domain).index(configuration.value(parameter).orElseThrow());
        }

        /// The squared distance to the centre in units, whose cell of a whole number counts as its middle.
        double square(Centre centre, String parameter) {
            var domain = space.parameter(parameter).domain();
            double target = domain.unit(domain.at(centre.of(parameter)));
            double distance = domain.unit(configuration.value(parameter).orElseThrow()) - target;
            return distance * distance;
        }

        double squares(Centre centre, String... parameters) {
            double sum = 0;
            for (var parameter : parameters) {
                sum += square(centre, parameter);
            }
            return sum;
        }
    }

    private static double tree(Point at, Centre centre) {
        var leaf = !at.on("x1") ? (at.on("x2") ? "x5" : "x4") : (at.on("x3") ? "x7" : "x6");
        int best = centre.pick("leaf", 4);
        double base = 0.1 * (("x4x5x6x7".indexOf(leaf) / 2 + 4 - best) % 4);
        return 4 * at.square(centre, leaf) + base + at.square(centre, at.on("x1") ? "r9" : "r8");
    }

    private static double models(Point at, Centre centre) {
        double shared = at.square(centre, "scale");
        int rank = (at.index("model") + 4 - centre.pick("best", 4)) % 4;
        double own = switch (at.word("model")) {
            case "linear" -> at.square(centre, "penalty");
            case "kernel" -> valley(at.square(centre, "width"), at.square(centre, "cost"));
            case "trees" -> at.squares(centre, "depth", "share", "leaf");
            default -> at.squares(centre, "rate", "dropout", "units") + (at.index("activation") == centre.pick("activation", 3) ? 0 : 0.05);
        };
        return 0.06 * rank + 0.5 * shared + (rank == 0 ? 3 : 1) * own;
    }

    private static double valley(double one, double other) {
        return 2 * one + 0.2 * other + one * other;
    }

    private static double layers(Point at, Centre centre) {
        int depth = at.index("layers");
        double sum = 0.05 * Math.abs(depth - centre.pick("depth", 4)) + 2 * at.square(centre, "rate");
        for (int k = 1; k <= depth + 1; k++) {
            sum += at.square(centre, "units" + k) / (depth + 1);
        }
        int optimizer = (at.index("optimizer") + 3 - centre.pick("optimizer", 3)) % 3;
        double own = switch (at.word("optimizer")) {
            case "sgd" -> at.square(centre, "momentum") + (at.has("nesterov") && !at.on("nesterov") ? 0.02 : 0);
            case "adam" -> at.square(centre, "beta");
            default -> 0;
        };
        return sum + 0.08 * optimizer + own;
    }

    private static double steps(Point at, Centre centre) {
        double sum = at.square(centre, "rate");
        sum += at.on("clean") ? 0.5 * at.square(centre, "cut") : 0.06;
        sum += at.on("select") ? 0.5 * at.square(centre, "keep") : 0.04;
        sum += at.on("blend") ? at.squares(centre, "weight", "temper") : 0.1;
        return sum + switch (at.word("scaling")) {
            case "none" -> 0.08;
            case "unit" -> 0.04;
            default -> at.square(centre, "exponent");
        };
    }
}
