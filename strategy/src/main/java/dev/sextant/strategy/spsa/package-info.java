/// Simultaneous perturbation stochastic approximation without waiting. Start with
/// [Spsa][dev.sextant.strategy.spsa.Spsa]; uses the model, the SPI, `cube`, `search` and `settings`.
package dev.sextant.strategy.spsa;
