package dev.sextant.app.cli;

import dev.sextant.app.terminal.LiveScreen;
import dev.sextant.app.terminal.PlainLine;
import dev.sextant.app.terminal.Watch;
import dev.sextant.engine.port.StudyView;
import dev.sextant.model.event.Logged;
import dev.sextant.model.event.StudyEvent;
import dev.sextant.model.trial.Metrics;
import dev.sextant.model.trial.Outcome;
import dev.sextant.wire.event.EventForm;
import java.io.PrintStream;
import java.time.Instant;

/// One way to show how a study goes. One thread calls it.
sealed interface Screen {
    /// Takes an event of the log; durable.
    ///
    /// @param isNew whether it happened just now, not in an earlier run
    void take(Logged event, boolean isNew);

    /// Says something that people should know at once.
    void say(String line);

    /// Called several times a second.
    void tick(Instant now);

    /// The end.
    void close();

    /// The live block of a terminal.
    record Live(Watch watch, LiveScreen screen) implements Screen {
        @Override
        public void take(Logged event, boolean isNew) {
            watch.take(event);
        }

        @Override
        public void say(String line) {
            screen.say(line);
        }

        @Override
        public void tick(Instant now) {
            screen.draw(watch, now);
        }

        @Override
        public void close() {
            screen.close();
        }
    }

    /// One line for each trial that has finished, or has come as far as it was to be run.
    record Plain(StudyView view, PrintStream err) implements Screen {
        @Override
        public void take(Logged event, boolean isNew) {
            if (isNew && event.event() instanceof StudyEvent.Ended ended && isFinal(ended)) {
                view.trial(ended.trial()).ifPresent(t -> err.println(PlainLine.of(view.spec(), t)));
            }
        }

        private static boolean isFinal(StudyEvent.Ended ended) {
            return switch (ended.outcome()) {
                case Outcome.Completed _, Outcome.Pruned _ -> true;
                case Outcome.Failed _ -> ended.again().isEmpty();
                case Outcome.Paused(Metrics reached) -> !reached.values().isEmpty();
                case Outcome.Returned _ -> false;
            };
        }

        @Override
        public void say(String line) {
            err.println(line);
        }

        @Override
        public void tick(Instant now) {}

        @Override
        public void close() {
            err.flush();
        }
    }

    /// The events of this run, one JSON object a line.
    ///
    /// @param fromCreation also those before it
    record Events(PrintStream out, boolean fromCreation) implements Screen {
        @Override
        public void take(Logged event, boolean isNew) {
            if (isNew || fromCreation) {
                out.println(EventForm.line(event));
            }
        }

        /// Standard output is data: whoever reads it hears of the same by an event.
        @Override
        public void say(String line) {}

        @Override
        public void tick(Instant now) {}

        @Override
        public void close() {
            out.flush();
        }
    }
}
