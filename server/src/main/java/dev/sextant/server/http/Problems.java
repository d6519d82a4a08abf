package dev.sextant.server.http;

import dev.sextant.server.request.ErrorCode;
import dev.sextant.server.request.Refusal;
import dev.sextant.wire.tree.JsonWriter;
import dev.sextant.wire.tree.Source;
import java.util.Optional;

/// Makes answers of what went wrong: `{"error":{"code":"unknown_study","message":"…","at":""}}` with a status that fits.
final class Problems {
    private Problems() {}

    static Reply.Document of(RuntimeException why) {
        return switch (why) {
            case HttpRefusedException refused -> refused(refused);
            default -> answer(Refusal.of(why, Source.file("body", "").start()));
        };
    }

    private static Reply.Document answer(Refusal refusal) {
        return Reply.json(status(refusal.code()), refusal.line(Optional.empty()));
    }

    private static Reply.Document refused(HttpRefusedException refused) {
        var reply = Reply.json(refused.status(), text(refused.code(), refused.getMessage()));
        for (var header : refused.headers().entrySet()) {
            reply = reply.with(header.getKey(), header.getValue());
        }
        return reply;
    }

    /// The body of an error that lies in no member of the body that was sent.
    static String text(String code, String message) {
        return new JsonWriter().startObject().name("error").startObject().name("code").text(code).name("message").text(message).name("at").text("")
                .endObject().endObject().finish();
    }

    static int status(ErrorCode code) {
        return switch (code) {
            case NOT_JSON, WRONG_FORM -> 400;
            case UNKNOWN_REQUEST, UNKNOWN_STUDY, UNKNOWN_TRIAL, NO_RESULT -> 404;
            case STUDY_EXISTS, CONFLICT, HELD -> 409;
            case TOO_LONG -> 413;
            case NOT_ALLOWED -> 422;
            case NOT_IN_THIS_VERSION -> 501;
            case STRATEGY_BROKE, STORE_FAILED -> 503;
            case INTERNAL -> 500;
        };
    }
}
