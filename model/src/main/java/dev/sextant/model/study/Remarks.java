package dev.sextant.model.study;

import java.util.HashSet;
import java.util.List;

/// What people write on a study, or on a trial, to find it again; it changes nothing else.
///
/// @param note some lines, at most [#LONGEST_NOTE] characters; empty if there is none
/// @param tags words, at most [#MOST_TAGS] of at most [#LONGEST_TAG] characters, none twice
public record Remarks(String note, List<String> tags) {
    /// The longest note.
    public static final int LONGEST_NOTE = 4_000;
    /// The longest tag.
    public static final int LONGEST_TAG = 40;
    /// The most tags.
    public static final int MOST_TAGS = 20;

    /// Nothing was written.
    public static final Remarks NONE = new Remarks("", List.of());

    /// @throws IllegalArgumentException that says what is not allowed
    public Remarks {
        tags = List.copyOf(tags);
        if (note.length() > LONGEST_NOTE) {
            throw new IllegalArgumentException("A note has at most %,d characters, not %,d.".formatted(LONGEST_NOTE, note.length()));
        }
        if (tags.size() > MOST_TAGS || new HashSet<>(tags).size() < tags.size()) {
            throw new IllegalArgumentException("There may be at most %d tags, each once.".formatted(MOST_TAGS));
        }
        tags.forEach(Remarks::check);
    }

    private static void check(String tag) {
        if (tag.isEmpty() || tag.length() > LONGEST_TAG || tag.chars().anyMatch(c -> Character.isWhitespace(c) || c == ',' || Character.isISOControl(c))) {
            throw new IllegalArgumentException("A tag is a word of 1 to %d characters without spaces and commas, not '%s'.".formatted(LONGEST_TAG, tag));
        }
    }
}
