package dev.sextant.strategy.de;

import dev.sextant.strategy.cube.Cube;
import java.util.List;
import java.util.random.RandomGenerator;

/// How children come to be: from a target towards one of the best, and along the difference of two others. Immutable.
///
/// Source: J. Zhang and A. Sanderson, JADE, IEEE Trans. Evol. Comp. 13(5), 2009 (current-to-pbest/1 with archive, binomial
/// crossover, bounds halfway). Differs: a choice takes the value of the better one, of one of the two others, or now and then
/// any; a coordinate that somebody lacks is taken from who has it; with each refusal more coordinates are drawn anew.
record Breeding(Cube cube, Population population) {
    private static final double BEST = 0.15;
    private static final double FRESH_CHOICE = 0.05;
    /// The fewest members from which children can be made.
    static final int FEWEST = 4;

    /// A child of the member at a place, or of any if the place is free.
    ///
    /// @param refused the share of coordinates to be drawn anew, 0 to 1
    double[] child(int place, Rate rate, double refused, RandomGenerator random) {
        List<Member> ranked = population.ranked();
        double[] target = population.at(place).orElseGet(() -> ranked.get(random.nextInt(ranked.size()))).point();
        int best = Math.max(2, (int) Math.round(BEST * ranked.size()));
        Trio trio = new Trio(ranked.get(random.nextInt(best)).point(), ranked.get(random.nextInt(ranked.size())).point(),
                population.anyone(ranked, random).point());
        int certain = random.nextInt(target.length);
        double[] child = new double[target.length];
        for (int i = 0; i < child.length; i++) {
            boolean changes = i == certain || random.nextDouble() < rate.crossover();
            double mutant = changes ? mutant(i, target, trio, rate.scale(), random) : target[i];
            child[i] = Double.isNaN(mutant) || random.nextDouble() < refused ? random.nextDouble() : mutant;
        }
        return child;
    }

    private record Trio(Point best, Point plus, Point minus) {
        Trio(double[] best, double[] plus, double[] minus) {
            this(i -> best[i], i -> plus[i], i -> minus[i]);
        }
    }

    @FunctionalInterface
    private interface Point {
        double at(int axis);
    }

    private double mutant(int i, double[] target, Trio trio, double scale, RandomGenerator random) {
        double plus = trio.plus().at(i);
        double best = trio.best().at(i);
        if (cube.axis(i).isNominal()) {
            return choice(scale, random, new double[] {best, plus, target[i]});
        }
        double own = Double.isNaN(target[i]) ? (Double.isNaN(best) ? plus : best) : target[i];
        double towards = Double.isNaN(best) ? 0 : best - own;
        double difference = plus - trio.minus().at(i);
        double mutant = own + scale * (towards + (Double.isNaN(difference) ? 0 : difference));
        return mutant < 0 ? own / 2 : mutant > 1 ? (own + 1) / 2 : mutant;
    }

    private static double choice(double scale, RandomGenerator random, double[] values) {
        if (random.nextDouble() < FRESH_CHOICE) {
            return random.nextDouble();
        }
        for (double value : values) {
            if (!Double.isNaN(value) && random.nextDouble() < scale) {
                return value;
            }
        }
        return values[values.length - 1];
    }
}
