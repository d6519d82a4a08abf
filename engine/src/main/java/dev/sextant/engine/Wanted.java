package dev.sextant.engine;

import dev.sextant.model.value.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// A configuration of which somebody wants a trial.
///
/// @param parameters those that are not given take their defaults
/// @param why one line for people
/// @param key under which he may ask again, in doubt whether he was heard, and gets the same trial
/// @param priority higher is sooner; 0 is what others have
public record Wanted(Map<String, Value> parameters, String why, Optional<String> key, int priority) {
    /// The longest key, in characters.
    public static final int LONGEST_KEY = 400;

    public Wanted {
        parameters = new LinkedHashMap<>(parameters);
        if (key.filter(text -> text.isEmpty() || text.length() > LONGEST_KEY).isPresent()) {
            throw new IllegalArgumentException("A key has 1 to %d characters.".formatted(LONGEST_KEY));
        }
    }

    /// One without a key.
    public Wanted(Map<String, Value> parameters, String why) {
        this(parameters, why, Optional.empty(), 0);
    }
}
