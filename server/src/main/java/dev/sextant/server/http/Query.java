package dev.sextant.server.http;

import dev.sextant.model.text.Nearest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What stands behind `?` in an address: values by name. Names that a route does not know are errors, as are repeated ones.
///
/// @param values decoded
public record Query(Map<String, String> values) {
    private static final int MOST = 100;

    public Query {
        values = new LinkedHashMap<>(values);
    }

    /// @param raw still encoded
    /// @throws HttpRefusedException if it cannot be read
    static Query of(String raw) {
        var values = new LinkedHashMap<String, String>();
        if (!raw.isEmpty()) {
            for (var pair : raw.split("&", MOST)) {
                int equals = pair.indexOf('=');
                var name = decoded(equals < 0 ? pair : pair.substring(0, equals));
                if (values.put(name, equals < 0 ? "" : decoded(pair.substring(equals + 1))) != null) {
                    throw wrong("'%s' stands twice behind '?'.".formatted(name));
                }
            }
        }
        return new Query(values);
    }

    static String decoded(String part) {
        try {
            return URLDecoder.decode(part, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            throw wrong("'%s' in the address is not URL-encoded UTF-8.".formatted(part));
        }
    }

    private static HttpRefusedException wrong(String message) {
        return new HttpRefusedException(400, "wrong_form", message);
    }

    /// Refuses names that a route does not have.
    public Query allowOnly(String... names) {
        var known = List.of(names);
        for (var name : values.keySet()) {
            if (!known.contains(name)) {
                throw wrong("There is no '%s' behind '?' here; %s%s".formatted(name,
                        known.isEmpty() ? "nothing may stand there." : "there are: " + String.join(", ", known) + ".",
                        Nearest.question(name, known).map(q -> "\n" + q).orElse("")));
            }
        }
        return this;
    }

    /// A text that is not empty, if it was given.
    public Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name)).filter(v -> !v.isEmpty());
    }

    /// A text that must be given.
    public String need(String name) {
        return text(name).orElseThrow(() -> wrong("'%s' is missing behind '?'.".formatted(name)));
    }

    /// A whole number that must be given.
    public long whole(String name, long least, long most) {
        need(name);
        return whole(name, least, most, least);
    }

    /// A whole number, or what stands for it if it was not given.
    public long whole(String name, long least, long most, long otherwise) {
        var given = text(name);
        if (given.isEmpty()) {
            return otherwise;
        }
        var text = given.get();
        if (text.length() <= 18 && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            long number = Long.parseLong(text);
            if (number >= least && number <= most) {
                return number;
            }
        }
        throw wrong("'%s' must be a whole number from %d to %d, not '%s'.".formatted(name, least, most, text));
    }
}
