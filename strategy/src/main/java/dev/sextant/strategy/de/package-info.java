/// Differential evolution that adapts its own rates and waits for nobody. Start with
/// [DifferentialEvolution][dev.sextant.strategy.de.DifferentialEvolution]; uses the model, the SPI, `cube`, `numeric`,
/// `search` and `settings`.
package dev.sextant.strategy.de;
