package dev.sextant.server.view;

import java.util.Optional;
import java.util.function.Function;

/// What was asked beside the name of a chart, as texts by name.
///
/// @param given the text of a name; empty if it was not given
public record ChartQuery(Function<String, Optional<String>> given) {
    Optional<String> text(String name) {
        return given.apply(name).filter(text -> !text.isBlank());
    }

    /// A whole number, or what stands for it if it was not given.
    ///
    /// @throws IllegalArgumentException if it is none, or out of range
    int whole(String name, int least, int most, int otherwise) {
        return text(name).map(text -> {
            if (text.matches("[0-9]{1,9}") && Integer.parseInt(text) >= least && Integer.parseInt(text) <= most) {
                return Integer.parseInt(text);
            }
            throw new IllegalArgumentException("%s must be a whole number from %d to %d, not '%s'."
                    .formatted(name, least, most, text.length() <= 40 ? text : text.substring(0, 40) + "…"));
        }).orElse(otherwise);
    }

    /// A share above 0 and below 1 that was given.
    ///
    /// @throws IllegalArgumentException if it is none
    double share(String name) {
        var text = text(name).orElse("");
        if (text.matches("0?\\.[0-9]{1,9}") && Double.parseDouble(text) > 0) {
            return Double.parseDouble(text);
        }
        throw new IllegalArgumentException("%s must be a number above 0 and below 1, not '%s'.".formatted(name, text));
    }
}
