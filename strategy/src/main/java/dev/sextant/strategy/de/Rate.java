package dev.sextant.strategy.de;

/// How far and how much a child differs from its target.
///
/// @param scale F, by which differences are multiplied; above 0, at most 1
/// @param crossover CR, the chance of each coordinate to change
record Rate(double scale, double crossover) {}
