package dev.sextant.wire.http;

/// The server gave no answer, or could not do now what it was asked for: whoever asks again later may be answered. Whether
/// the request was done is not known.
public final class ServerAwayException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public ServerAwayException(String message, Throwable cause) {
        super(message, cause);
    }

    public ServerAwayException(String message) {
        super(message);
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
