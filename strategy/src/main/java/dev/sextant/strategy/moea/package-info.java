/// Evolutionary searches with several objectives: one loop, and for each algorithm a population that says who lives on and who has
/// children. Start with [Evolution][dev.sextant.strategy.moea.Evolution]; uses `pareto`, `search`, `design` (for the founders), `numeric` and
/// `settings`.
package dev.sextant.strategy.moea;
