package dev.sextant.server.api;

import dev.sextant.server.http.HttpRefusedException;
import dev.sextant.wire.tree.JsonReader;
import dev.sextant.wire.tree.Node;
import dev.sextant.wire.tree.Source;

/// The answer of the process that holds a study.
final class Forwarded {
    private Forwarded() {}

    /// @throws HttpRefusedException if it is an error
    static String accepted(String answer, String kind) {
        if (JsonReader.read(Source.file("answer", answer)) instanceof Node.Obj object
                && object.find("error").map(Node.Member::value).orElse(null) instanceof Node.Obj error) {
            throw new HttpRefusedException(409, text(error, "code"), "%s (%s, answered by the process that runs the study)".formatted(text(error, "message"), kind));
        }
        return answer;
    }

    private static String text(Node.Obj object, String member) {
        return object.find(member).map(Node.Member::value).map(n -> n instanceof Node.Text(String text, _) ? text : "").orElse("");
    }
}
