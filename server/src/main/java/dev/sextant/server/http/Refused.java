package dev.sextant.server.http;

import io.helidon.http.DirectHandler.EventType;
import io.helidon.http.DirectHandler.TransportRequest;
import io.helidon.http.DirectHandler.TransportResponse;
import io.helidon.http.HeaderNames;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;

/// Answers what the server under us turns away before there is a request.
final class Refused {
    private Refused() {}

    static TransportResponse answer(TransportRequest request, EventType kind, Status status, ServerResponseHeaders headers, String message) {
        var json = Problems.text(code(kind), "The request cannot be read: it is not HTTP as it should be (%s).".formatted(status.reasonPhrase()));
        return TransportResponse.builder().status(status).headers(headers).header(HeaderNames.CONTENT_TYPE, Reply.JSON)
                .entity(json).keepAlive(false).build();
    }

    private static String code(EventType kind) {
        return switch (kind) {
            case PAYLOAD_TOO_LARGE -> "too_long";
            case FORBIDDEN -> "forbidden";
            case INTERNAL_ERROR -> "internal";
            default -> "wrong_form";
        };
    }
}
