/// Forests of regression trees over search spaces, and the search that is guided by one. Start with
/// [Forest][dev.sextant.strategy.forest.Forest] for the model and [ForestSearch][dev.sextant.strategy.forest.ForestSearch]
/// for the strategy; uses `numeric`, `search`, `design` (for the start) and `settings`.
package dev.sextant.strategy.forest;
