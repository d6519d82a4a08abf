package dev.sextant.strategy.search;

import dev.sextant.model.space.Configuration;
import dev.sextant.model.space.Parameter;
import dev.sextant.model.space.SearchSpace;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// What a user believes about where good configurations lie, as a density over the space: the product of the beliefs about
/// its parameters ([dev.sextant.model.space.Prior]), each a normal distribution in the parameter's scale with a tenth of it
/// spread evenly. Immutable.
///
/// Source for [#fading]: C. Hvarfner et al., πBO: augmenting acquisition functions with user beliefs for Bayesian
/// optimization, ICLR 2022 – the acquisition is multiplied by the density to the power β/n. Differs: β is 10 whatever the
/// budget, and the power never exceeds 1.
public final class Priors {
    private static final double BETA = 10;

    private final SearchSpace space;
    private final Map<String, Belief> beliefs = new HashMap<>();

    private Priors(SearchSpace space) {
        this.space = space;
        space.parameters().forEach(p -> p.prior().ifPresent(prior -> beliefs.put(p.name(), Belief.of(p.domain(), prior))));
    }

    /// The beliefs of a space.
    public static Priors of(SearchSpace space) {
        return new Priors(space);
    }

    /// Whether nothing is believed: then every density is 1, and every draw even.
    public boolean isFlat() {
        return beliefs.isEmpty();
    }

    /// Whether anything is believed about a parameter.
    public boolean knows(Parameter parameter) {
        return beliefs.containsKey(parameter.name());
    }

    /// The place on a parameter's unit interval below which a share of the belief lies; the share itself if nothing is
    /// believed about it. It turns even points into believed ones, uniform draws and low-discrepancy points alike.
    ///
    /// @param share in `[0, 1]`
    public double place(Parameter parameter, double share) {
        var belief = beliefs.get(parameter.name());
        return belief == null ? share : belief.place(share);
    }

    /// A draw, whether or not constraints allow it. One number an active parameter, parents first.
    public Configuration draw(RandomGenerator random) {
        return space.configuration(parameter -> parameter.domain().at(place(parameter, random.nextDouble())));
    }

    /// The logarithm of the density at a configuration, relative to an even one: 0 if nothing is believed. Inactive
    /// parameters add nothing.
    public double logDensity(Configuration configuration) {
        double log = 0;
        for (Parameter parameter : space.parameters()) {
            var belief = beliefs.get(parameter.name());
            if (belief != null) {
                log += configuration.value(parameter.name()).map(v -> belief.logDensity(parameter.domain(), v)).orElse(0.0);
            }
        }
        return log;
    }

    /// The logarithm of the density of one parameter at a place of its unit interval.
    public double logDensity(Parameter parameter, double unit) {
        return Optional.ofNullable(beliefs.get(parameter.name())).map(b -> Math.log(b.density(unit))).orElse(0.0);
    }

    /// The slope of that.
    public double slope(Parameter parameter, double unit) {
        return Optional.ofNullable(beliefs.get(parameter.name())).map(b -> b.slope(unit) / b.density(unit)).orElse(0.0);
    }

    /// How much the beliefs still count after some results: a factor for the logarithm of the density that is added to the
    /// logarithm of whatever a strategy maximises.
    public static double fading(int results) {
        return Math.min(1, BETA / Math.max(1, results));
    }
}
