/// What noisy results say about the best configuration, for those who show results. Start with
/// [Estimate][dev.sextant.strategy.estimate.Estimate]; uses `bayes`.
package dev.sextant.strategy.estimate;
