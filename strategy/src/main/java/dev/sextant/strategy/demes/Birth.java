package dev.sextant.strategy.demes;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where and when an individual of a genetic search was born; the note of its proposal.
///
/// @param generation from 0
/// @param deme from 1
/// @param number within the deme, from 0
public record Birth(int generation, int deme, int number) {
    /// The individual with the default values, which is the first of all.
    public static final Birth DEFAULTS = new Birth(0, 1, 0);

    private static final Pattern NOTE = Pattern.compile("([0-9]{1,9}) ([0-9]{1,9}) ([0-9]{1,9})");

    /// The note of a proposal, which [#of] reads.
    public String note() {
        return "%d %d %d".formatted(generation, deme, number);
    }

    /// The birth that a note tells of; empty if it is not such a note.
    public static Optional<Birth> of(String note) {
        Matcher matcher = NOTE.matcher(note);
        return matcher.matches()
                ? Optional.of(new Birth(number(matcher, 1), number(matcher, 2), number(matcher, 3)))
                : Optional.empty();
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    /// The name in the logs: `deme2_ind17`.
    public String tag() {
        return "deme%d_ind%d".formatted(deme, number);
    }
}
