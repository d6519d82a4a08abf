package dev.sextant.strategy.de;

import java.util.Optional;

/// The note of a proposal: `de EPOCH PLACE`, and for a child its rates: `de EPOCH PLACE SCALE CROSSOVER`.
///
/// @param epoch how often the population had started anew
/// @param place in the population, which the child competes for
/// @param rate empty for a founder or a uniform draw
record Label(int epoch, int place, Optional<Rate> rate) {
    String note() {
        return "de %d %d".formatted(epoch, place)
                + rate.map(r -> " " + (float) r.scale() + " " + (float) r.crossover()).orElse("");
    }

    /// The label that a note is; empty if it is none.
    static Optional<Label> of(String note) {
        String[] words = note.split(" ", -1);
        if ((words.length != 3 && words.length != 5) || !words[0].equals("de")) {
            return Optional.empty();
        }
        try {
            Optional<Rate> rate = words.length == 3
                    ? Optional.empty()
                    : Optional.of(new Rate(Float.parseFloat(words[3]), Float.parseFloat(words[4])));
            return Optional.of(new Label(Integer.parseInt(words[1]), Integer.parseInt(words[2]), rate));
        } catch (NumberFormatException notALabel) {
            return Optional.empty();
        }
    }
}
