/// The simplex search of Nelder and Mead, with guesses ahead while it waits and restarts. Start with
/// [NelderMead][dev.sextant.strategy.neldermead.NelderMead]; uses the model, the SPI, `cube`, `search` and `settings`.
package dev.sextant.strategy.neldermead;
