/// A search space as a cube, and the ends of trials in order: what strategies share that calculate with coordinates and one
/// loss. Start with [Cube][dev.sextant.strategy.cube.Cube]; uses the model, the SPI and `search` only.
package dev.sextant.strategy.cube;
