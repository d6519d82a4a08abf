package dev.sextant.strategy.fidelity;

import java.util.Optional;
import java.util.regex.Pattern;

/// What is written in the note of a proposal: to which bracket it belongs, which of the inner strategies thought of it, and
/// that one's own note.
///
/// @param bracket from 0
/// @param thinker the level of the inner strategy; [#NOBODY] if none thought of it
record Tag(int bracket, int thinker, String note) {
    /// The thinker of what no inner strategy thought of.
    static final int NOBODY = -1;

    private static final Pattern FORM = Pattern.compile("(?s)bracket (\\d{1,9}) (-1|\\d{1,4}) (.*)");

    String text() {
        return "bracket %d %d %s".formatted(bracket, thinker, note);
    }

    /// Reads a note; empty if it is of another kind.
    static Optional<Tag> of(String note) {
        var matcher = FORM.matcher(note);
        return matcher.matches()
                ? Optional.of(new Tag(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)), matcher.group(3)))
                : Optional.empty();
    }
}
