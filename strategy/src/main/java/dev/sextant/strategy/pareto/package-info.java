/// Which of several results are better when each has several losses: domination, fronts, crowding, reference directions, and an
/// order of all by fronts and hypervolume.
///
/// Pure functions over `[n][m]` losses, all to be minimised, none NaN or infinite. Start with
/// [ParetoOrder][dev.sextant.strategy.pareto.ParetoOrder]; uses `numeric`.
package dev.sextant.strategy.pareto;
