package dev.sextant.model.study;

import java.util.List;

/// Which files that a trial leaves in its run folder are to be found again, and when those on workers elsewhere are brought to the server.
///
/// @param files none if nothing is to be found
/// @param mostBytes the largest file that is brought to a server
public record Artifacts(List<FilePattern> files, Bring bring, long mostBytes) {
    /// Nothing.
    public static final Artifacts NONE = new Artifacts(List.of(), Bring.REQUEST, 10L << 30);

    private static final int MOST_PATTERNS = 100;

    /// When the files of a trial are brought to the server.
    public enum Bring {
        /// When somebody wants them.
        REQUEST,
        /// When it ends as the best so far; those of other trials when somebody wants them.
        BEST,
        /// When it ends.
        ALL
    }

    public Artifacts {
        files = List.copyOf(files);
        if (files.size() > MOST_PATTERNS) {
            throw new IllegalArgumentException("There may be %d patterns, not %d.\nName folders, or use wildcards.".formatted(MOST_PATTERNS, files.size()));
        }
        if (mostBytes < 1) {
            throw new IllegalArgumentException("The largest file has at least 1 byte.");
        }
    }

    /// Whether a file is one of them.
    ///
    /// @param path relative, with `/` between its steps
    public boolean include(String path) {
        return files.stream().anyMatch(pattern -> pattern.matches(path));
    }
}
