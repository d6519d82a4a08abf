package dev.sextant.strategy.cmaes;

import java.util.Optional;

/// The note of a proposal: `cma RUN GENERATION HIDDEN`.
///
/// @param run the number of the run that proposed it, from 0
/// @param generation of its distribution; [#WIDENED] if it was drawn from a wider one, [#LOST] if it is a uniform draw
///        because the distribution had nothing untried to give
/// @param hidden see [dev.sextant.strategy.cube.Hidden]
record Label(int run, int generation, String hidden) {
    static final int WIDENED = -1;
    static final int LOST = -2;

    String note() {
        return "cma %d %d %s".formatted(run, generation, hidden).strip();
    }

    /// The label that a note is; empty if it is none.
    static Optional<Label> of(String note) {
        String[] words = note.split(" ", -1);
        if (words.length < 3 || words.length > 4 || !words[0].equals("cma")) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Label(Integer.parseInt(words[1]), Integer.parseInt(words[2]), words.length == 4 ? words[3] : ""));
        } catch (NumberFormatException notALabel) {
            return Optional.empty();
        }
    }
}
