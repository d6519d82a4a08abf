package dev.sextant.engine.port;

/// Ends the reading of a log.
final class Enough extends RuntimeException {
    private static final long serialVersionUID = 1;

    Enough() {
        super(null, null, false, false);
    }
}
