package dev.sextant.testkit.strategy;

import dev.sextant.model.space.Bool;
import dev.sextant.model.space.Choice;
import dev.sextant.model.space.Constant;
import dev.sextant.model.space.ElementList;
import dev.sextant.model.space.IntRange;
import dev.sextant.model.space.Ordinal;
import dev.sextant.model.space.Parameter;
import dev.sextant.model.space.RealRange;
import dev.sextant.model.space.Scale;
import dev.sextant.model.space.SearchSpace;
import dev.sextant.model.space.SteppedRange;
import dev.sextant.model.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Search spaces that between them have every kind of domain and every shape that has surprised a strategy.
public enum SampleSpace {
    /// Every kind of domain.
    MIXED {
        @Override
        public SearchSpace space() {
            return SearchSpace.of(
                    real("rate", 1e-5, 1e-1, Scale.LOG).withDefault(new Value.Real(1e-3)),
                    real("dropout", 0, 0.9, Scale.LINEAR),
                    Parameter.of("layers", IntRange.of(1, 6)),
                    Parameter.of("units", new IntRange(1, 4096, Scale.LOG, 1)),
                    Parameter.of("width", new IntRange(8, 1000, Scale.LINEAR, 8)),
                    Parameter.of("momentum", SteppedRange.of(0, 1, 0.1)),
                    Parameter.of("activation", words("relu", "tanh", "gelu")),
                    Parameter.of("batch", new Ordinal(Stream.of(16, 32, 64, 128).<Value>map(Value.Int::new).toList())),
                    Parameter.of("nesterov", new Bool(true)));
        }
    },
    /// Conditions on conditions, with branches of different sizes.
    CONDITIONAL {
        @Override
        public SearchSpace space() {
            return SearchSpace.of(
                    Parameter.of("degree", IntRange.of(2, 4)).onlyIf("kernel == poly"),
                    Parameter.of("kernel", words("linear", "poly", "rbf")),
                    real("c", 1e-3, 1e3, Scale.LOG),
                    real("gamma", 1e-4, 1e1, Scale.LOG).onlyIf("kernel in (poly, rbf)"),
                    real("offset", -1, 1, Scale.LINEAR).onlyIf("degree > 2 and gamma > 0.01"),
                    Parameter.of("shrinking", new Bool(false)).onlyIf("kernel == poly"));
        }
    },
    /// About a tenth of the space is allowed.
    CONSTRAINED {
        @Override
        public SearchSpace space() {
            return SearchSpace.of(
                    Parameter.of("layers", IntRange.of(1, 20)),
                    Parameter.of("width", IntRange.of(1, 100)),
                    real("x", 0, 1, Scale.LINEAR),
                    real("y", 0, 1, Scale.LINEAR)).require("layers * width <= 400", "x + y <= 0.8");
        }
    },
    /// A list of elements, one of whose parameters has a condition, beside a parameter of its own, and a constraint on its length.
    LISTED {
        @Override
        public SearchSpace space() {
            ElementList layers = ElementList.of("layer", 0, 4,
                    Parameter.of("units", new IntRange(8, 512, Scale.LOG, 1)),
                    Parameter.of("kind", words("dense", "norm", "pool")),
                    real("dropout", 0, 0.5, Scale.LINEAR).onlyIf("kind == dense"));
            List<Parameter> parameters = new ArrayList<>(List.of(real("rate", 1e-5, 1e-1, Scale.LOG)));
            parameters.addAll(layers.parameters());
            return new SearchSpace(parameters, List.of("`layer.length` <= 3 or rate < 1e-2"), 1);
        }
    },
    /// One axis among constants.
    CONSTANT {
        @Override
        public SearchSpace space() {
            return SearchSpace.of(
                    Parameter.of("optimizer", new Constant(new Value.Text("adam"))),
                    real("rate", 1e-4, 1, Scale.LOG),
                    Parameter.of("seed", new Constant(new Value.Int(42))));
        }
    },
    /// Two hundred real parameters.
    WIDE {
        @Override
        public SearchSpace space() {
            List<Parameter> parameters = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                parameters.add(real("x" + i, -1, 1, Scale.LINEAR));
            }
            return new SearchSpace(parameters, List.of(), 1);
        }
    },
    /// Discrete and small: 36 points, of which 33 are allowed.
    SMALL {
        @Override
        public SearchSpace space() {
            return SearchSpace.of(
                    Parameter.of("a", IntRange.of(0, 3)),
                    Parameter.of("b", words("x", "y", "z")),
                    Parameter.of("c", SteppedRange.of(0, 0.2, 0.1))).require("a + 10 * c < 4.5");
        }
    },
    /// Constants alone.
    ONE_POINT {
        @Override
        public SearchSpace space() {
            return SearchSpace.of(Parameter.of("only", new Constant(new Value.Int(1))));
        }
    };

    /// The space.
    public abstract SearchSpace space();

    private static Parameter real(String name, double low, double high, Scale scale) {
        return Parameter.of(name, new RealRange(low, high, scale));
    }

    private static Choice words(String... words) {
        return new Choice(Stream.of(words).<Value>map(Value.Text::new).toList());
    }
}
