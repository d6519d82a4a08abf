package dev.sextant.strategy.pbt;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where a trial stands in a population; the note of its proposal.
///
/// @param member from 0
/// @param generation from 1
/// @param parent the trial whose weights it begins with; empty for a founder
record Place(int member, int generation, OptionalInt parent) {
    private static final Pattern NOTE = Pattern.compile("([0-9]{1,9}) ([0-9]{1,9})(?: ([0-9]{1,9}))?");

    static Place founder(int member) {
        return new Place(member, 1, OptionalInt.empty());
    }

    /// The note of a proposal, which [#of] reads: `3 1` for a founder, `3 2 17` for a child of trial 17.
    String note() {
        return "%d %d".formatted(member, generation) + (parent.isPresent() ? " " + parent.getAsInt() : "");
    }

    /// The place that a note tells of; empty if it is not such a note.
    static Optional<Place> of(String note) {
        Matcher matcher = NOTE.matcher(note);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        OptionalInt parent = matcher.group(3) == null ? OptionalInt.empty() : OptionalInt.of(number(matcher, 3));
        return Optional.of(new Place(number(matcher, 1), number(matcher, 2), parent));
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }
}
