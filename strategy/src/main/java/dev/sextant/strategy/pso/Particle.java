package dev.sextant.strategy.pso;

import dev.sextant.strategy.cube.Rank;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// One particle: where it was proposed last, how fast it moved there, and the best place it knows. Not thread-safe.
final class Particle {
    private final double[] velocity;
    private double[] position;
    private Optional<Rank> best = Optional.empty();
    private double[] bestPosition = new double[0];
    private int bestTrial = -1;
    private int moves;
    private int pending;

    /// @param position where it starts
    /// @param random draws its first velocity: half of the way to a point drawn evenly
    Particle(double[] position, RandomGenerator random) {
        this.position = position;
        this.velocity = new double[position.length];
        for (int i = 0; i < velocity.length; i++) {
            velocity[i] = (random.nextDouble() - position[i]) / 2;
        }
    }

    /// How many trials were its own.
    int moves() {
        return moves;
    }

    int pending() {
        return pending;
    }

    double position(int i) {
        return position[i];
    }

    double velocity(int i) {
        return velocity[i];
    }

    Optional<Rank> best() {
        return best;
    }

    /// Where its best result was; only if there is one.
    double[] bestPosition() {
        return bestPosition;
    }

    /// A trial at a point: the particle moves there.
    ///
    /// @param point `NaN` where nothing is known, which leaves the coordinate as it was
    void move(double[] point) {
        double[] moved = position.clone();
        for (int i = 0; i < moved.length; i++) {
            moved[i] = Double.isNaN(point[i]) ? position[i] : point[i];
            boolean first = moves == 0;
            double step = first ? velocity[i] : moved[i] - position[i];
            velocity[i] = !first && (moved[i] <= 0 || moved[i] >= 1) ? -step / 2 : step;
        }
        position = moved;
        moves++;
        pending++;
    }

    /// One of its trials has ended, or will not.
    void arrive() {
        pending--;
    }

    /// A result; the better one stays.
    void learn(int trial, double[] point, Rank rank) {
        if (best.isEmpty() || rank.compareTo(best.get()) < 0) {
            best = Optional.of(rank);
            bestPosition = point;
            bestTrial = trial;
        }
    }

    /// Whether its best result came from a trial; if so, it is forgotten.
    boolean unlearn(int trial) {
        if (bestTrial != trial) {
            return false;
        }
        best = Optional.empty();
        bestTrial = -1;
        return true;
    }
}
