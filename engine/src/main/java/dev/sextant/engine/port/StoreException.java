package dev.sextant.engine.port;

import java.util.Objects;

/// The store cannot keep or read a study: the disk is full, the folder is read-only, the file is damaged or of a newer
/// version. The message says which, names the file, and says what to do.
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public StoreException(String message) {
        super(message);
    }

    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }

    /// The same failure for another thread to throw, with this one as its cause.
    public StoreException again() {
        return new StoreException(Objects.requireNonNullElse(getMessage(), ""), this);
    }
}
