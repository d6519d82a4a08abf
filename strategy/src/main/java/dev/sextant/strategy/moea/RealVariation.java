package dev.sextant.strategy.moea;

import java.util.random.RandomGenerator;

/// Crossover and mutation of one number in `[0, 1]`, never outside of it.
///
/// Sources: K. Deb and R. B. Agrawal, Simulated binary crossover for continuous search space, Complex Systems 9(2), 1995; K. Deb and M. Goyal,
/// A combined genetic adaptive search (GeneAS), Computer Science and Informatics 26(4), 1996 (polynomial mutation); the forms for
/// bounded numbers as in Deb's NSGA-II program.
final class RealVariation {
    /// The larger, the closer a child lies to its parents.
    static final double CROSSOVER_INDEX = 15;
    /// The larger, the smaller the steps of a mutation.
    static final double MUTATION_INDEX = 10;

    private RealVariation() {}

    /// A child of two numbers, as likely near the one as near the other.
    static double cross(double one, double other, RandomGenerator random) {
        double low = Math.min(one, other);
        double high = Math.max(one, other);
        boolean lower = random.nextBoolean();
        double room = lower ? low : 1 - high;
        double spread = high - low < 1e-14 ? 1 : spread(1 + 2 * room / (high - low), random.nextDouble());
        double middle = 0.5 * (low + high);
        double half = 0.5 * spread * (high - low);
        return Math.clamp(lower ? middle - half : middle + half, 0.0, 1.0);
    }

    /// How far apart children are in units of their parents' distance.
    ///
    /// @param most at which a child would stand at the end of the range
    private static double spread(double most, double u) {
        double alpha = 2 - Math.pow(most, -(CROSSOVER_INDEX + 1));
        double power = 1 / (CROSSOVER_INDEX + 1);
        return u <= 1 / alpha ? Math.pow(u * alpha, power) : Math.pow(1 / (2 - u * alpha), power);
    }

    /// A number near another.
    static double mutate(double x, RandomGenerator random) {
        double u = random.nextDouble();
        double power = 1 / (MUTATION_INDEX + 1);
        double step = u < 0.5
                ? Math.pow(2 * u + (1 - 2 * u) * Math.pow(1 - x, MUTATION_INDEX + 1), power) - 1
                : 1 - Math.pow(2 * (1 - u) + 2 * (u - 0.5) * Math.pow(x, MUTATION_INDEX + 1), power);
        return Math.clamp(x + step, 0.0, 1.0);
    }
}
