package dev.sextant.strategy.neat;

import dev.sextant.strategy.Problem;
import dev.sextant.strategy.settings.Knobs;

/// The settings of the search.
///
/// @param population individuals that may become parents
/// @param mutationRate the chance of each value of a child to change
/// @param crossoverRate the chance of a child to have two parents
/// @param structureRate the chance of a child to gain or lose an element
/// @param difference from which [distance][Genome#distance] on two individuals are of different species
record Rules(int population, double mutationRate, double crossoverRate, double structureRate, double difference) {
    static Rules of(Problem problem) {
        var knobs = new Knobs(problem.settings());
        var rules = new Rules(knobs.whole("population", 24, 2, 1_000_000), knobs.fraction("mutation_rate", 0.1),
                knobs.fraction("crossover_rate", 0.75), knobs.fraction("structure_rate", 0.3), knobs.fraction("difference", 0.75));
        knobs.noOthers();
        return rules;
    }

    /// How many individuals have no parents.
    int founders() {
        return (population + 1) / 2;
    }
}
