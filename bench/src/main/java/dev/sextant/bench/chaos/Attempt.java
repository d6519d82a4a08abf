package dev.sextant.bench.chaos;

/// An attempt at a trial. The attempt 0 has no program: its result was found elsewhere.
record Attempt(int trial, int attempt) {}
