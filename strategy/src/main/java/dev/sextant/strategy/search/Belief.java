package dev.sextant.strategy.search;

import dev.sextant.model.space.Discrete;
import dev.sextant.model.space.Domain;
import dev.sextant.model.space.IntRange;
import dev.sextant.model.space.Prior;
import dev.sextant.model.space.Scale;
import dev.sextant.model.value.Value;
import dev.sextant.strategy.numeric.Normal;

/// What is believed about one parameter, as a density over its unit interval: of the belief, and with a share of [#DOUBT]
/// spread evenly, so that a wrong belief excludes nothing. Immutable.
sealed interface Belief {
    /// The share that is spread evenly.
    double DOUBT = 0.1;

    /// How much lies below a point.
    ///
    /// @param unit in `[0, 1]`
    double below(double unit);

    /// The density at a point; 1 on average.
    double density(double unit);

    /// The slope of the density at a point, where it has one.
    double slope(double unit);

    static Belief of(Domain domain, Prior prior) {
        double width = prior.width(domain);
        return Prior.isNominal(domain)
                ? new Shares((int) ((Discrete) domain).index(prior.around()), Math.toIntExact(((Discrete) domain).count()), width)
                : Bell.of(domain.unit(prior.around()), width);
    }

    /// The point below which a share of the belief lies: with a uniform share, a draw. Some two microseconds.
    default double place(double share) {
        double low = 0;
        double high = 1;
        for (int i = 0; i < 52; i++) {
            double middle = 0.5 * (low + high);
            if (below(middle) < share) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return 0.5 * (low + high);
    }

    /// The logarithm of the density at a value: of a discrete one, the average over its cell.
    default double logDensity(Domain domain, Value value) {
        if (!(domain instanceof Discrete discrete)) {
            return Math.log(density(domain.unit(value)));
        }
        double low = edge(discrete, value, -0.5);
        double high = edge(discrete, value, 0.5);
        return Math.log((below(high) - below(low)) / (high - low));
    }

    private static double edge(Discrete domain, Value value, double side) {
        return domain instanceof IntRange range && range.scale() == Scale.LOG
                ? Math.log((Discrete.number(value) + side) / (range.low() - 0.5)) / Math.log((range.high() + 0.5) / (range.low() - 0.5))
                : (domain.index(value) + 0.5 + side) / domain.count();
    }

    /// A normal distribution cut to the interval.
    ///
    /// @param logMass how much of the uncut one lies in the interval
    record Bell(double middle, double width, double logMass) implements Belief {
        static Bell of(double middle, double width) {
            return new Bell(middle, width, Normal.logMass(-middle / width, (1 - middle) / width));
        }

        @Override
        public double below(double unit) {
            double inside = unit <= 0 ? 0 : Math.exp(Normal.logMass(-middle / width, (unit - middle) / width) - logMass);
            return (1 - DOUBT) * inside + DOUBT * unit;
        }

        @Override
        public double density(double unit) {
            return (1 - DOUBT) * Math.exp(Normal.logDensity((unit - middle) / width) - logMass) / width + DOUBT;
        }

        @Override
        public double slope(double unit) {
            return (DOUBT - density(unit)) * (unit - middle) / (width * width);
        }
    }

    /// One value of several that are in no order, and an even share for each of the others.
    ///
    /// @param others the share of all others together
    record Shares(int favourite, int count, double others) implements Belief {
        private double share(int index) {
            double believed = count == 1 ? 1 : index == favourite ? 1 - others : others / (count - 1);
            return (1 - DOUBT) * believed + DOUBT / count;
        }

        @Override
        public double below(double unit) {
            int whole = (int) Math.min(Math.floor(unit * count), count - 1);
            double sum = 0;
            for (int i = 0; i < whole; i++) {
                sum += share(i);
            }
            return sum + share(whole) * (unit * count - whole);
        }

        @Override
        public double density(double unit) {
            return share((int) Math.min(Math.floor(unit * count), count - 1)) * count;
        }

        @Override
        public double slope(double unit) {
            return 0;
        }
    }
}
