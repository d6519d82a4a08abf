/// Measurements, each a program named by its question. `bench/run` starts them beside their peers.
package dev.sextant.bench;
