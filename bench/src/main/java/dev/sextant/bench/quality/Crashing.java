package dev.sextant.bench.quality;

import dev.sextant.bench.quality.Benchmark.Instance;
import dev.sextant.model.space.Configuration;
import dev.sextant.model.space.SearchSpace;
import dev.sextant.strategy.Streams;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Other problems on which trials fail.
///
/// *Crashing*: a part of the space fails, as trainings do that run out of memory or diverge: all that lies beyond a plane, somewhere between a quarter and
/// a half of the space. The plane passes near the optimum, as it does where more of something is better until it is too much. *Flaky*: a
/// quarter of all configurations fail, for no reason.
final class Crashing {
    /// Of so many configurations one fails by chance.
    private static final int ONE_IN = 4;

    /// How far behind the optimum the plane stands, in ranges of a parameter.
    private static final double ROOM = 0.05;
    private static final double SHARE = 0.35;
    private static final int PLANES = 30;
    private static final int DRAWS = 500;
    private static final int STEPS = 4_000;

    private Crashing() {}

    /// @param sound some of which there are crashing and flaky ones
    static List<Benchmark> of(List<Benchmark> sound) {
        return Stream.concat(sound.stream().map(b -> new Benchmark("crashing", "crashing-" + b.name(), seed -> crashing(b.instance(seed), seed))),
                sound.stream().map(b -> new Benchmark("flaky", "flaky-" + b.name(), seed -> flaky(b.instance(seed), seed)))).toList();
    }

    private static Instance flaky(Instance sound, long seed) {
        return new Instance(sound.space(), c -> Streams.of(seed, c.toString()).nextInt(ONE_IN) == 0 ? Double.NaN : sound.loss(c), sound.least());
    }

    private static Instance crashing(Instance sound, long seed) {
        var random = Streams.of(seed, "crashing");
        Plane plane = plane(sound.space(), best(sound, random), random);
        return new Instance(sound.space(), c -> plane.isBehind(units(sound.space(), c)) ? Double.NaN : sound.loss(c), sound.least());
    }

    /// @param direction of length 1
    @SuppressWarnings("ArrayRecordComponent") // never compared as a record
    private record Plane(double[] direction, double at) {
        boolean isBehind(double[] units) {
            return along(units) > at;
        }

        double along(double[] units) {
            return IntStream.range(0, units.length).mapToDouble(i -> direction[i] * units[i]).sum();
        }
    }

    /// Of some directions the one in which about as much as is wanted lies behind the optimum.
    private static Plane plane(SearchSpace space, double[] optimum, RandomGenerator random) {
        double[][] draws = IntStream.range(0, DRAWS).mapToObj(_ -> units(space, draw(space, random))).toArray(double[][]::new);
        Plane chosen = new Plane(new double[optimum.length], 0);
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < PLANES; i++) {
            double[] direction = IntStream.range(0, optimum.length).mapToDouble(_ -> random.nextGaussian()).toArray();
            double length = Math.sqrt(Arrays.stream(direction).map(x -> x * x).sum());
            Plane through = new Plane(Arrays.stream(direction).map(x -> x / length).toArray(), 0);
            Plane plane = new Plane(through.direction, through.along(optimum) + ROOM);
            double wrong = Math.abs(Arrays.stream(draws).filter(plane::isBehind).count() / (double) DRAWS - SHARE);
            if (wrong < least) {
                least = wrong;
                chosen = plane;
            }
        }
        return chosen;
    }

    /// Where the loss is least, nearly: draws, and ever shorter steps from the best.
    private static double[] best(Instance sound, RandomGenerator random) {
        Configuration best = draw(sound.space(), random);
        double least = sound.loss(best);
        for (int i = 0; i < STEPS; i++) {
            double[] from = units(sound.space(), best);
            double reach = Math.pow(10, -4.0 * i / STEPS);
            boolean anywhere = i < DRAWS;
            Configuration next = sound.space().configuration(p -> p.domain().at(anywhere
                    ? random.nextDouble() : Math.clamp(from[sound.space().parameters().indexOf(p)] + reach * random.nextGaussian(), 0.0, 1.0)));
            double loss = sound.loss(next);
            if (loss <= least) {
                least = loss;
                best = next;
            }
        }
        return units(sound.space(), best);
    }

    private static Configuration draw(SearchSpace space, RandomGenerator random) {
        return space.configuration(p -> p.domain().at(random.nextDouble()));
    }

    /// Where a configuration lies in the range of each parameter; in the middle if it has none.
    private static double[] units(SearchSpace space, Configuration configuration) {
        return space.parameters().stream().mapToDouble(p -> configuration.value(p.name()).map(p.domain()::unit).orElse(0.5)).toArray();
    }
}
