package dev.sextant.model.trial;

import java.util.regex.Pattern;

/// A file that an attempt has left in its run folder and that its study named.
///
/// @param name the way down to it from the run folder, with `/` between its steps
/// @param size in bytes
/// @param sha256 of what it holds: 64 lower-case hexadecimal digits
public record Artifact(String name, long size, String sha256) {
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    public Artifact {
        checked(sha256);
        if (name.isEmpty() || size < 0) {
            throw new IllegalArgumentException("An artifact has a name and a size of at least 0 bytes, not '%s' and %d.".formatted(name, size));
        }
    }

    /// A text that is a SHA-256.
    ///
    /// @throws IllegalArgumentException if it is none
    public static String checked(String sha256) {
        if (!DIGEST.matcher(sha256).matches()) {
            throw new IllegalArgumentException("'%s' is no SHA-256: that has 64 lower-case hexadecimal digits.".formatted(sha256));
        }
        return sha256;
    }
}
