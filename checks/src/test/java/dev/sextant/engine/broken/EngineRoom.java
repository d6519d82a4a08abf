package dev.sextant.engine.broken;

/// Stands for the module `engine` in the trespasses of others.
public interface EngineRoom {}
