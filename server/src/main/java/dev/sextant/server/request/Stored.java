package dev.sextant.server.request;

/// What happens to a stored study when one of its name is made.
public enum Stored {
    /// It goes on if it is the same.
    CONTINUE,
    /// It goes on in the space that was said.
    EVOLVE
}
