package dev.sextant.run.figure;

import java.util.Optional;

/// One way to find figures in a line.
interface LineReading {
    /// What the line says about the metrics; empty if it names none.
    Optional<Reading> read(Line line);

    /// Whether a line can say anything only if it has a `:` or `=`; other lines are then passed over unseen.
    boolean needsSeparator();

    /// Why this reading had to give up, as a reason for failure; empty while all is well.
    default Optional<String> trouble() {
        return Optional.empty();
    }
}
