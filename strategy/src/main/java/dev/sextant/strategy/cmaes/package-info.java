/// The covariance matrix adaptation evolution strategy for real, whole and nominal parameters, with restarts. Start with
/// [CmaEs][dev.sextant.strategy.cmaes.CmaEs]; uses the model, the SPI, `cube`, `numeric`, `search` and `settings`.
package dev.sextant.strategy.cmaes;
