package dev.sextant.server.http;

import dev.sextant.server.access.Identity;
import dev.sextant.wire.tree.FormException;
import dev.sextant.wire.tree.JsonReader;
import dev.sextant.wire.tree.Node;
import dev.sextant.wire.tree.Source;
import dev.sextant.wire.tree.Utf8;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// A request that has found its route, made by somebody who may.
///
/// @param place what stands in the places of the path, decoded, by name
public record Visit(Incoming incoming, Map<String, String> place, Query query, Identity who) {
    public Visit {
        place = new LinkedHashMap<>(place);
    }

    /// What stands in a place of the path.
    public String at(String name) {
        return Optional.ofNullable(place.get(name)).orElseThrow();
    }

    /// The number that stands in a place of the path.
    ///
    /// @throws HttpRefusedException if it is none
    public int number(String name) {
        var text = at(name);
        if (text.length() <= 9 && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Integer.parseInt(text);
        }
        throw new HttpRefusedException(404, "unknown_" + name, "There is no %s '%s': it is a whole number.".formatted(name, text));
    }

    /// The JSON object of the body; nothing at all counts as one without members.
    ///
    /// @throws RuntimeException if it is something else
    public Node.Obj object() {
        var document = document();
        if (document instanceof Node.Obj object) {
            return object;
        }
        throw document.at().error("The body is an object, not %s.".formatted(document.shown()));
    }

    private Node document() {
        try {
            var source = Utf8.source("body", incoming.body());
            return JsonReader.read(source.text().isBlank() ? Source.file("body", "{}") : source);
        } catch (FormException unreadable) {
            throw new HttpRefusedException(400, "not_json", "The body is no JSON: %s%nIt is wrong at line %d, column %d.".formatted(
                    unreadable.rule(), unreadable.position().line(), unreadable.position().column()));
        }
    }
}
