package dev.sextant.strategy.pso;

import dev.sextant.strategy.cube.Cube;
import java.util.random.RandomGenerator;

/// How particles move. Immutable.
///
/// x + w·(x − x′) + c·u₁·(p − x) + c·u₂·(l − x): its last step again, and towards its own best place and the best one among its neighbours. w and
/// c are those of M. Clerc, Standard particle swarm optimisation (2012), section 3: 1/(2 ln 2) and ½ + ln 2.
/// Differs: a choice takes the value of the neighbours' best, of the own best, of the particle, or any.
record Flight(Cube cube) {
    private static final double INERTIA = 1 / (2 * Math.log(2));
    private static final double PULL = 0.5 + Math.log(2);
    private static final double FOLLOW = 0.5;
    private static final double REMEMBER = 0.3;
    private static final double STAY = 0.15;

    /// The next position.
    ///
    /// @param leader the best of the neighbours, which may be the particle itself
    /// @param shake the share of coordinates to be drawn anew, 0 to 1
    double[] next(Particle particle, Particle leader, double shake, RandomGenerator random) {
        double[] moved = new double[cube.width()];
        for (int i = 0; i < moved.length; i++) {
            double own = known(particle, i, particle.position(i));
            double leading = known(leader, i, own);
            double to = cube.axis(i).isNominal()
                    ? choice(new double[] {leading, own, particle.position(i)}, random)
                    : number(particle, i, new double[] {own, leading}, random);
            moved[i] = random.nextDouble() < shake ? random.nextDouble() : Math.clamp(to, 0.0, 1.0);
        }
        return moved;
    }

    private static double known(Particle particle, int i, double otherwise) {
        double best = particle.best().isPresent() ? particle.bestPosition()[i] : Double.NaN;
        return Double.isNaN(best) ? otherwise : best;
    }

    private static double number(Particle particle, int i, double[] goals, RandomGenerator random) {
        double at = particle.position(i);
        double moved = at + INERTIA * particle.velocity(i);
        for (double goal : goals) {
            moved += PULL * random.nextDouble() * (goal - at);
        }
        return moved;
    }

    private static double choice(double[] values, RandomGenerator random) {
        double chance = random.nextDouble();
        if (chance < FOLLOW) {
            return values[0];
        }
        if (chance < FOLLOW + REMEMBER) {
            return values[1];
        }
        return chance < FOLLOW + REMEMBER + STAY ? values[2] : random.nextDouble();
    }
}
