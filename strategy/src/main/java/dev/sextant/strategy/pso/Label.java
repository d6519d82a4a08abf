package dev.sextant.strategy.pso;

import java.util.Optional;

/// The note of a proposal: `pso EPOCH PARTICLE HIDDEN`.
///
/// @param epoch how often the swarm had started anew
/// @param hidden see [dev.sextant.strategy.cube.Hidden]
record Label(int epoch, int particle, String hidden) {
    String note() {
        return "pso %d %d %s".formatted(epoch, particle, hidden).strip();
    }

    /// The label that a note is; empty if it is none.
    static Optional<Label> of(String note) {
        String[] words = note.split(" ", -1);
        if (words.length < 3 || words.length > 4 || !words[0].equals("pso")) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Label(Integer.parseInt(words[1]), Integer.parseInt(words[2]), words.length == 4 ? words[3] : ""));
        } catch (NumberFormatException notALabel) {
            return Optional.empty();
        }
    }
}
