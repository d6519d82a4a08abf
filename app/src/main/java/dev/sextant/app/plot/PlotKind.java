package dev.sextant.app.plot;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a plot shows.
public enum PlotKind {
    /// Every trial by its number, and the best so far.
    HISTORY,
    /// One axis a parameter, one line a trial.
    PARALLEL,
    /// One small chart a parameter: its values against the objective.
    SLICE,
    /// Which trial ran when on which slot.
    TIMELINE,
    /// Two objectives against each other.
    FRONT,
    /// How much the front of several objectives has come to dominate.
    HYPERVOLUME,
    /// One bar a parameter: how much it mattered.
    IMPORTANCE,
    /// What a model expects over the two parameters that mattered most.
    CONTOUR;

    /// The word of the command line.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The kind with a word, if there is one.
    public static Optional<PlotKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
}
