package dev.sextant.bench.quality;

import dev.sextant.bench.quality.Benchmark.Instance;
import dev.sextant.library.Space;
import dev.sextant.model.space.Configuration;
import dev.sextant.model.space.Discrete;
import dev.sextant.model.space.ElementList;
import dev.sextant.model.space.SearchSpace;
import dev.sextant.model.value.Value;
import dev.sextant.strategy.Streams;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// Lists of layers whose order and number matter. Each instance hides a list of its own, which has loss 0.
final class Topologies {
    private static final List<String> KINDS = List.of("dense", "pool", "norm", "skip");
    private static final List<String> SHAPES = List.of("linear", "tanh", "sine", "fold");
    private static final ElementList NET = Space.list("layer", 1, 8, Space.choice("kind", KINDS.toArray(String[]::new)),
            Space.log("units", 4, 512).onlyIf("kind in (dense, norm)"), Space.real("rate", 0, 1));
    private static final ElementList CHAIN = Space.list("step", 1, 6, Space.choice("shape", SHAPES.toArray(String[]::new)),
            Space.real("scale", -2, 2), Space.real("shift", -1, 1));

    private Topologies() {}

    static List<Benchmark> all() {
        return List.of(
                new Benchmark("topologies", "topology-layers", Topologies::layers),
                new Benchmark("topologies", "topology-steps", Topologies::steps));
    }

    private static SearchSpace space(ElementList list) {
        return Space.of(List.of(), list);
    }

    private static List<? extends Map<String, Value>> elements(ElementList list, Configuration configuration) {
        return list.elements(configuration.values()).orElseThrow();
    }

    private static Configuration hidden(SearchSpace space, RandomGenerator random, String length, int count) {
        return space.configuration(parameter -> parameter.name().equals(length) ? new Value.Int(count) : parameter.domain().at(0.05 + 0.9 * random.nextDouble()));
    }

    /// What it costs to make the hidden list of five out of one: half a point for a layer too many or too few, up to one for
    /// another kind and up to a half for other settings (alignment by dynamic programming).
    private static Instance layers(long seed) {
        var space = space(NET);
        var best = elements(NET, hidden(space, Streams.of(seed, "layers"), NET.lengthName(), 5));
        return new Instance(space, configuration -> alignment(elements(NET, configuration), best) / best.size(), 0);
    }

    private static double alignment(List<? extends Map<String, Value>> one, List<? extends Map<String, Value>> other) {
        double[] row = IntStream.rangeClosed(0, other.size()).mapToDouble(j -> 0.5 * j).toArray();
        for (var layer : one) {
            double diagonal = row[0];
            row[0] += 0.5;
            for (int j = 1; j <= other.size(); j++) {
                double changed = diagonal + difference(layer, other.get(j - 1));
                diagonal = row[j];
                row[j] = Math.min(changed, 0.5 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.size()];
    }

    private static double difference(Map<String, Value> one, Map<String, Value> other) {
        if (!value(other, "kind").equals(value(one, "kind"))) {
            return 1;
        }
        double rate = Discrete.number(value(one, "rate")) - Discrete.number(value(other, "rate"));
        double units = one.containsKey("units") ? Math.log(Discrete.number(value(one, "units")) / Discrete.number(value(other, "units"))) / Math.log(128) : 0;
        return Math.min(0.5, Math.abs(rate)) / 2 + Math.min(0.5, Math.abs(units)) / 2;
    }

    private static Value value(Map<String, Value> element, String name) {
        return Objects.requireNonNull(element.get(name), name);
    }

    /// The root mean square between two functions on [−1, 1] that are made of steps, the hidden one of four of them.
    private static Instance steps(long seed) {
        var space = space(CHAIN);
        var random = Streams.of(seed, "steps");
        var targets = new ArrayList<double[]>();
        for (double[] curve = new double[0]; spread(curve) < 0.2;) {
            curve = curve(elements(CHAIN, hidden(space, random, CHAIN.lengthName(), 4)));
            targets.add(curve);
        }
        double[] target = targets.getLast();
        return new Instance(space, configuration -> distance(curve(elements(CHAIN, configuration)), target), 0);
    }

    private static double spread(double[] curve) {
        double mean = IntStream.range(0, curve.length).mapToDouble(i -> curve[i]).average().orElse(0);
        return Math.sqrt(IntStream.range(0, curve.length).mapToDouble(i -> (curve[i] - mean) * (curve[i] - mean)).average().orElse(0));
    }

    private static double[] curve(List<? extends Map<String, Value>> steps) {
        return IntStream.rangeClosed(-20, 20).mapToDouble(i -> {
            double x = i / 20.0;
            for (var step : steps) {
                x = shaped(value(step, "shape").text(), Discrete.number(value(step, "scale")) * x + Discrete.number(value(step, "shift")));
            }
            return x;
        }).toArray();
    }

    private static double shaped(String shape, double x) {
        return switch (shape) {
            case "tanh" -> Math.tanh(2 * x);
            case "sine" -> Math.sin(3 * x);
            case "fold" -> Math.abs(x) - 0.5;
            default -> x;
        };
    }

    private static double distance(double[] one, double[] other) {
        return Math.sqrt(IntStream.range(0, one.length).mapToDouble(i -> (one[i] - other[i]) * (one[i] - other[i])).average().orElseThrow());
    }
}
