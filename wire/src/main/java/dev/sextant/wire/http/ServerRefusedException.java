package dev.sextant.wire.http;

/// The answer of a server was an error that asking again would not change. The message is ready for people.
public final class ServerRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;

    private final int status;
    private final String code;

    public ServerRefusedException(int status, String code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }

    /// The stable word for the kind of error, as `docs/reference/http.md` lists them: `unknown_trial`.
    public String code() {
        return code;
    }

    /// Whether it is the token that is not good for this, or not any more.
    public boolean isOfToken() {
        return status == UNAUTHORIZED || status == FORBIDDEN;
    }
}
