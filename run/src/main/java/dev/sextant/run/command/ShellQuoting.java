package dev.sextant.run.command;

import java.util.regex.Pattern;

/// Text as a POSIX shell reads it back as one word.
public final class ShellQuoting {
    private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");

    private ShellQuoting() {}

    /// The word itself if no shell would change it, else in single quotes.
    public static String quote(String word) {
        return SAFE.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
