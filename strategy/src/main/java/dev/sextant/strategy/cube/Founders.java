package dev.sextant.strategy.cube;

import dev.sextant.strategy.Streams;
import dev.sextant.strategy.numeric.Sobol;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// The first points of a population: those of a scrambled Sobol sequence, or uniform draws where a space has more parameters
/// than such a sequence has dimensions. Immutable.
public final class Founders {
    private final Cube cube;
    private final Optional<Sobol> sequence;

    public Founders(Cube cube, long seed) {
        this.cube = cube;
        this.sequence = cube.width() == 0 || cube.width() > Sobol.MAX_DIMENSIONS
                ? Optional.empty()
                : Optional.of(Sobol.scrambled(cube.width(), Streams.of(seed, "founders").nextLong()));
    }

    /// The point with a number.
    ///
    /// @param random used if it cannot be of the sequence
    public double[] point(long number, RandomGenerator random) {
        return sequence.map(points -> points.point(number)).orElseGet(() -> cube.uniform(random));
    }
}
