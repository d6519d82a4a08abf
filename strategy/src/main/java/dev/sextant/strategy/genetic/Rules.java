package dev.sextant.strategy.genetic;

import dev.sextant.strategy.Problem;
import dev.sextant.strategy.settings.Knobs;

/// The settings of a genetic search.
///
/// @param demes populations that live apart, at least 1
/// @param population individuals of each, at least 2
/// @param mutationRate the chance of each gene of a child to change
/// @param crossoverRate the chance of each gene of a child to come from its second parent
/// @param migrationInterval after every so many generations the best of each deme visits another; 0 for never
/// @param generations after so many the search ends
/// @param generational whether a generation starts only when the one before it has ended
record Rules(
        int demes, int population, double mutationRate, double crossoverRate, int migrationInterval, int generations,
        boolean generational) {
    private static final int MANY = 1_000_000;

    static Rules of(Problem problem) {
        var knobs = new Knobs(problem.settings());
        var rules = new Rules(
                knobs.whole("demes", 4, 1, 10_000), knobs.whole("population", 8, 2, MANY),
                knobs.fraction("mutation_rate", 0.05), knobs.fraction("crossover_rate", 0.33),
                knobs.whole("migration_interval", 5, 0, MANY), knobs.whole("generations", MANY, 1, MANY),
                knobs.flag("generational", false));
        knobs.noOthers();
        return rules;
    }

    /// How many individuals of a deme have no parents: a whole generation, or half of one where nobody waits.
    int founders() {
        return generational ? population : (population + 1) / 2;
    }

    /// How many individuals all demes together have.
    int perGeneration() {
        return demes * population;
    }

    /// How many individuals are born in all.
    long births() {
        return (long) generations * perGeneration();
    }
}
