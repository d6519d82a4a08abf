package dev.sextant.server.request;

import dev.sextant.wire.tree.Pointer;
import java.util.Optional;

/// A request cannot be done; whoever made it gets code and message as an answer, and may go on.
public final class RequestRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final ErrorCode code;
    private final transient Optional<Pointer> at;

    /// A refusal of the request as a whole.
    ///
    /// @param message who, what was given, what is allowed and, on a new line, what to do
    public RequestRefusedException(ErrorCode code, String message) {
        super(message);
        this.code = code;
        this.at = Optional.empty();
    }

    RequestRefusedException(ErrorCode code, String message, Pointer at) {
        super(message);
        this.code = code;
        this.at = Optional.of(at);
    }

    /// The same refusal, of one member if it was of the request as a whole.
    RequestRefusedException blaming(Pointer member) {
        return at.isPresent() ? this : new RequestRefusedException(code, getMessage(), member);
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }

    public ErrorCode code() {
        return code;
    }

    /// The member of the line that is at fault; empty if it is the request as a whole.
    Optional<Pointer> at() {
        return at;
    }
}
