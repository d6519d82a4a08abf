package dev.sextant.app.cli;

/// The machine, or another process, does not let something be done; the message says who and why. Exit code 3.
final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    RefusedException(String message) {
        super(message);
    }
}
