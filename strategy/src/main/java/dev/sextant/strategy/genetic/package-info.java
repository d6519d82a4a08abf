/// A genetic algorithm with several populations. Start with [Genetic][dev.sextant.strategy.genetic.Genetic]; uses `demes`,
/// `search`, `numeric` and `settings`.
package dev.sextant.strategy.genetic;
