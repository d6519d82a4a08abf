package dev.sextant.strategy.pso;

import dev.sextant.strategy.Streams;
import dev.sextant.strategy.cube.Cube;
import dev.sextant.strategy.cube.Founders;
import dev.sextant.strategy.cube.Rank;
import dev.sextant.strategy.cube.Spread;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// All particles on a ring, on which each knows the best places of its neighbours. Not thread-safe.
final class Swarm {
    private static final double COLLAPSED = 1e-9;

    private final Cube cube;
    private final Founders founders;
    private final long seed;
    private final int size;
    private final int reach;
    private final List<Particle> particles = new ArrayList<>();
    private int epoch;

    /// @param reach how far neighbours are apart on the ring at most
    Swarm(Cube cube, long seed, int size, int reach) {
        this.cube = cube;
        this.founders = new Founders(cube, seed);
        this.seed = seed;
        this.size = size;
        this.reach = reach;
        start();
    }

    private void start() {
        particles.clear();
        RandomGenerator random = Streams.of(seed, "pso " + epoch);
        for (int i = 0; i < size; i++) {
            particles.add(new Particle(founders.point((long) epoch * size + i, random), random));
        }
    }

    /// How often it had started anew.
    int epoch() {
        return epoch;
    }

    Particle particle(int number) {
        return particles.get(Math.floorMod(number, size));
    }

    /// The particle whose turn it is: with the fewest pending trials, then the fewest moves.
    int next() {
        int next = 0;
        for (int i = 1; i < size; i++) {
            Particle one = particles.get(i);
            Particle other = particles.get(next);
            boolean fewer = one.pending() == other.pending() ? one.moves() < other.moves() : one.pending() < other.pending();
            next = fewer ? i : next;
        }
        return next;
    }

    /// The particle among the neighbours of one, itself included, that knows the best place.
    Particle leader(int number) {
        Particle leader = particle(number);
        for (int distance = -reach; distance <= reach; distance++) {
            Particle neighbour = particle(number + distance);
            leader = isBetter(neighbour, leader) ? neighbour : leader;
        }
        return leader;
    }

    private static boolean isBetter(Particle one, Particle other) {
        return one.best().isPresent()
                && (other.best().isEmpty() || one.best().get().compareTo(other.best().get()) < 0);
    }

    /// A result of a particle; the swarm starts anew if all of it has come to one point.
    void learn(int number, int trial, double[] point, Rank rank) {
        particle(number).learn(trial, point, rank);
        List<double[]> places = particles.stream().filter(p -> p.best().isPresent()).map(Particle::bestPosition).toList();
        if (cube.width() > 0 && places.size() == size && Spread.of(places) < COLLAPSED) {
            epoch++;
            start();
        }
    }

    /// Whose best result came from a trial, and where it was.
    static final class Found {
        private final int particle;
        private final double[] place;

        private Found(int particle, double[] place) {
            this.particle = particle;
            this.place = place;
        }

        int particle() {
            return particle;
        }

        double[] place() {
            return place;
        }
    }

    /// Forgets the best result of a particle if it came from a trial.
    Optional<Found> takeBack(int trial) {
        for (int i = 0; i < size; i++) {
            double[] place = particles.get(i).bestPosition();
            if (particles.get(i).unlearn(trial)) {
                return Optional.of(new Found(i, place));
            }
        }
        return Optional.empty();
    }
}
