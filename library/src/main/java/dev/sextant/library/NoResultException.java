package dev.sextant.library;

/// Every call of the function failed; the message tells how the last one did.
public final class NoResultException extends RuntimeException {
    private static final long serialVersionUID = 1;

    NoResultException(String message) {
        super(message);
    }
}
