package dev.sextant.run.worker;

import dev.sextant.model.text.SpanText;
import dev.sextant.model.trial.Metrics;
import dev.sextant.model.trial.Outcome;
import java.time.Duration;
import java.util.Optional;

/// Why a program is stopped from outside.
sealed interface Stop {
    /// What to tell of an attempt that was stopped for this; empty if nobody wants to hear of it.
    Optional<Outcome> outcome(Metrics soFar, String lastLines);

    /// It ran longer than it may.
    record Timeout(Duration allowed) implements Stop {
        @Override
        public Optional<Outcome> outcome(Metrics soFar, String lastLines) {
            return Optional.of(new Outcome.Failed("timeout: it ran longer than %s".formatted(SpanText.of(allowed)), lastLines));
        }
    }

    /// A decision at one of its reports stopped it for good.
    record Pruned() implements Stop {
        @Override
        public Optional<Outcome> outcome(Metrics soFar, String lastLines) {
            return Optional.of(new Outcome.Pruned(soFar));
        }
    }

    /// A decision at one of its reports put it aside.
    record Paused() implements Stop {
        @Override
        public Optional<Outcome> outcome(Metrics soFar, String lastLines) {
            return Optional.of(new Outcome.Paused(soFar));
        }
    }

    /// The user cancelled it or put it aside; that is known already.
    record Unwanted() implements Stop {
        @Override
        public Optional<Outcome> outcome(Metrics soFar, String lastLines) {
            return Optional.empty();
        }
    }

    /// What it prints cannot be kept.
    ///
    /// @param reason a reason for failure, one line
    record Unwritable(String reason) implements Stop {
        @Override
        public Optional<Outcome> outcome(Metrics soFar, String lastLines) {
            return Optional.of(new Outcome.Failed(reason, lastLines));
        }
    }

    /// The whole run was interrupted.
    record Interrupted() implements Stop {
        @Override
        public Optional<Outcome> outcome(Metrics soFar, String lastLines) {
            return Optional.of(new Outcome.Returned("interrupted"));
        }
    }
}
