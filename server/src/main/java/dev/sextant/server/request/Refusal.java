package dev.sextant.server.request;

import dev.sextant.engine.port.StoreException;
import dev.sextant.wire.tree.FormException;
import dev.sextant.wire.tree.JsonWriter;
import dev.sextant.wire.tree.Node;
import dev.sextant.wire.tree.Pointer;
import dev.sextant.wire.tree.Position;
import java.io.UncheckedIOException;
import java.util.Optional;

/// An error as the answer to a line: `{"error":{"code":"wrong_form","message":"…","at":"/ask/count"}}`.
///
/// @param at a JSON pointer to the member that is wrong, or the column where a line stops being JSON
public record Refusal(ErrorCode code, String message, Node at) {
    private static final String NO_FIGURE = "\nA trial without a figure is told as failed: {\"tell\":{\"study\":…,\"trial\":…,\"failed\":\"loss is NaN\"}}";

    /// A line that cannot be read.
    public static Refusal unreadable(FormException mistake) {
        var rule = mistake.rule();
        boolean hint = rule.startsWith("'NaN'") || rule.contains("Infinity'");
        return ofLine(ErrorCode.NOT_JSON, hint ? rule + NO_FIGURE : rule, mistake.position());
    }

    /// A line that is wrong from some place on.
    public static Refusal ofLine(ErrorCode code, String message, Position place) {
        return new Refusal(code, message, new Node.Num(Integer.toString(place.column()), place));
    }

    /// A request that could not be done.
    ///
    /// @param request the place of the request in its line
    public static Refusal of(RuntimeException why, Position request) {
        return switch (why) {
            case RequestRefusedException refused -> at(refused.at().orElse(request.pointer()), request, refused.code(), why);
            case FormException mistake when mistake.position().source().equals(request.source()) -> new Refusal(
                    ErrorCode.WRONG_FORM, mistake.rule(), pointer(mistake.position().pointer(), request));
            case FormException _ -> at(request.pointer(), request, ErrorCode.WRONG_FORM, why);
            case StoreException _, UncheckedIOException _ -> at(request.pointer(), request, ErrorCode.STORE_FAILED, why);
            case IllegalArgumentException _ -> at(request.pointer(), request, ErrorCode.NOT_ALLOWED, why);
            default -> new Refusal(ErrorCode.INTERNAL, "A mistake in Sextant: " + why, pointer(request.pointer(), request));
        };
    }

    private static Refusal at(Pointer at, Position request, ErrorCode code, RuntimeException why) {
        return new Refusal(code, String.valueOf(why.getMessage()), pointer(at, request));
    }

    private static Node pointer(Pointer at, Position request) {
        return new Node.Text(at.toString(), request);
    }

    /// The line of the answer.
    public String line(Optional<Node> id) {
        var json = new JsonWriter().startObject();
        id.ifPresent(given -> json.name("id").node(given));
        write(json);
        return json.endObject().finish();
    }

    /// Writes the member `error` of an answer.
    void write(JsonWriter json) {
        json.name("error").startObject();
        json.name("code").text(code.word()).name("message").text(message).name("at").node(at);
        json.endObject();
    }
}
