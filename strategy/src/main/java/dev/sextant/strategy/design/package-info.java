/// Strategies that do not learn: random search, the grid, even fillings of the space, a given list. Start with
/// [RandomSearch][dev.sextant.strategy.design.RandomSearch]; uses `search`, `numeric` and `settings`.
package dev.sextant.strategy.design;
