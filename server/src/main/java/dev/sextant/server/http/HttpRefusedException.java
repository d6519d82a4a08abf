package dev.sextant.server.http;

import java.util.LinkedHashMap;
import java.util.Map;

/// A request cannot be done for a reason that lies in HTTP, not in a study: no such route, no right to it, too large.
public final class HttpRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;
    private final String code;
    private final transient Map<String, String> headers;

    /// A refusal.
    ///
    /// @param code the word of the answer; it never changes its meaning
    /// @param message who, what was given, what is allowed and, on a new line, what to do
    public HttpRefusedException(int status, String code, String message) {
        this(status, code, message, Map.of());
    }

    public HttpRefusedException(int status, String code, String message, Map<String, String> headers) {
        super(message);
        this.status = status;
        this.code = code;
        this.headers = new LinkedHashMap<>(headers);
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }

    Map<String, String> headers() {
        return headers;
    }
}
