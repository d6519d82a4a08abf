/// Particle swarm optimisation without generations. Start with
/// [ParticleSwarm][dev.sextant.strategy.pso.ParticleSwarm]; uses the model, the SPI, `cube`, `search` and `settings`.
package dev.sextant.strategy.pso;
