package dev.sextant.store.home;

/// There is no study of this name, or there is one already. The message lists the nearest names, or the ways out.
public final class StudyNameException extends RuntimeException {
    private static final long serialVersionUID = 1;

    StudyNameException(String message) {
        super(message);
    }
}
