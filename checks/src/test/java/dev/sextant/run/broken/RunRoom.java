package dev.sextant.run.broken;

/// Stands for the module `run` in the trespasses of others.
public interface RunRoom {}
