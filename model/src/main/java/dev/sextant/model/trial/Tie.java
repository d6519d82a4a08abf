package dev.sextant.model.trial;

import java.util.Locale;

/// What keeps a lease alive.
public enum Tie {
    /// The process that holds the study: when that is gone, so is the lease.
    PROCESS,
    /// A worker elsewhere, for as long as it is heard.
    HEARTBEAT,
    /// Nothing: whoever asked by hand may answer whenever he likes.
    NONE;

    /// The lower-case word of the JSON forms.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
