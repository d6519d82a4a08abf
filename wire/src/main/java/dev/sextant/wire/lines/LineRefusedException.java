package dev.sextant.wire.lines;

/// The answer to a line was an error. The message is ready for people.
public final class LineRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String code;

    public LineRefusedException(String code, String message) {
        super(message);
        this.code = code;
    }

    /// The stable word for the kind of error, as `docs/reference/pipe.md` lists them: `unknown_trial`.
    public String code() {
        return code;
    }
}
