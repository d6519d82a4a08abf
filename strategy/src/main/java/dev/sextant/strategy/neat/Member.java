package dev.sextant.strategy.neat;

/// An individual with a result.
record Member(int trial, Genome genome, double loss) {}
