package dev.sextant.strategy.neat;

/// A genome, and how it came to be.
record Child(Genome genome, String why) {}
