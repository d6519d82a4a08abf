package dev.sextant.engine;

/// A key was used for something else before; nothing was done.
public final class KeyTakenException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    KeyTakenException(String message) {
        super(message);
    }
}
