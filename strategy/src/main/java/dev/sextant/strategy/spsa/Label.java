package dev.sextant.strategy.spsa;

import java.util.Locale;
import java.util.Optional;

/// The note of a proposal: `spsa PAIR SIDE HIDDEN`.
///
/// @param pair the number of the pair
/// @param hidden see [dev.sextant.strategy.cube.Hidden]
record Label(int pair, Side side, String hidden) {
    /// What a trial is for.
    enum Side {
        /// The first of a pair.
        PLUS,
        /// The point on the other side.
        MINUS,
        /// The point in the middle, to see how good it is.
        CENTRE,
        /// No part of the method.
        OUTSIDE;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    String note() {
        return "spsa %d %s %s".formatted(pair, side.word(), hidden).strip();
    }

    /// The label that a note is; empty if it is none.
    static Optional<Label> of(String note) {
        String[] words = note.split(" ", -1);
        if (words.length < 3 || words.length > 4 || !words[0].equals("spsa")) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Label(Integer.parseInt(words[1]), Side.valueOf(words[2].toUpperCase(Locale.ROOT)),
                    words.length == 4 ? words[3] : ""));
        } catch (IllegalArgumentException notALabel) {
            return Optional.empty();
        }
    }
}
