package dev.sextant.model.trial;

import java.util.Locale;

/// What a running trial should do after a report.
public enum Decision {
    /// Go on.
    CONTINUE,
    /// Save a checkpoint and make room; it may be resumed.
    PAUSE,
    /// Stop for good.
    STOP;

    /// The lower-case word of the JSON forms.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
