package dev.sextant.app.cli;

import dev.sextant.engine.port.StudyView;
import dev.sextant.model.event.Logged;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// Reads a log as it grows in another process, looking ten times a second.
///
/// @param isOver whether nothing more will be written
record Following(StudyView view, BooleanSupplier isOver) {
    private static final Duration PAUSE = Duration.ofMillis(100);

    /// Hands over the events from a position on, and then each new one, until nothing more will be written.
    void follow(long from, Consumer<Logged> reader) {
        long[] next = {from};
        while (true) {
            boolean last = isOver.getAsBoolean();
            view.events(next[0], e -> {
                next[0] = e.position() + 1;
                reader.accept(e);
            });
            if (last || !Pause.over(PAUSE)) {
                return;
            }
        }
    }
}
