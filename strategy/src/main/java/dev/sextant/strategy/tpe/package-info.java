/// The tree-structured Parzen estimator: models where good and where other results lie, and proposes where the ratio of
/// the two densities is largest. Start with [Tpe][dev.sextant.strategy.tpe.Tpe]; uses `numeric`, `search`, `design` (for the start)
/// and `settings`.
package dev.sextant.strategy.tpe;
