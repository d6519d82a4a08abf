package dev.sextant.engine;

/// What became of a result.
public enum Told {
    /// It is kept; durable.
    TAKEN,
    /// It came from an attempt that no longer runs, and changed nothing.
    STALE
}
