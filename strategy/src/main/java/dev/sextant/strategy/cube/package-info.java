/// A search space as a cube: strategies that calculate with coordinates share it. Start with
/// [Cube][dev.sextant.strategy.cube.Cube]; uses the model, the SPI and `search` only.
package dev.sextant.strategy.cube;
