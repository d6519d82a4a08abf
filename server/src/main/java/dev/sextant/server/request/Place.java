package dev.sextant.server.request;

import java.util.Locale;

/// Where a study is kept.
public enum Place {
    /// In this process, and gone with it.
    MEMORY,
    /// On disk, in the home.
    HOME;

    /// The lower-case word of the lines.
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
