package dev.sextant.strategy.broken;

/// Stands for an algorithm of the module `strategy` in the trespasses of others.
public interface StrategyRoom {}
