/// Evolution of lists of elements, such as the layers of a network, whose genes know where they come from. Start with
/// [Neat][dev.sextant.strategy.neat.Neat]; uses `search`, `numeric` and `settings`.
package dev.sextant.strategy.neat;
