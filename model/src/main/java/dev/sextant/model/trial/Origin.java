package dev.sextant.model.trial;

import java.util.Locale;

/// Who thought of a configuration.
public enum Origin {
    /// The defaults, tried first.
    DEFAULTS,
    /// The strategy.
    STRATEGY,
    /// A user who asked for it to be tried.
    ENQUEUED,
    /// A user who brought its result along.
    ADDED;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
