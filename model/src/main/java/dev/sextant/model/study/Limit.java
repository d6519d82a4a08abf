package dev.sextant.model.study;

import dev.sextant.model.text.SpanText;
import java.time.Duration;

/// One reason for which a study ends.
public sealed interface Limit {
    /// So many trials are complete, failed or pruned, over all continuations.
    record Trials(int count) implements Limit {
        public Trials {
            atLeastOne("trials", count);
        }
    }

    /// The study has run for so long, over all continuations; running trials finish.
    record Time(Duration span) implements Limit {
        public Time {
            if (span.isNegative() || span.isZero()) {
                throw new IllegalArgumentException("time must be above zero, not %s.".formatted(SpanText.of(span)));
            }
        }
    }

    /// The first objective has reached a value; running trials are stopped.
    ///
    /// @param value in the user's own direction
    record Target(double value) implements Limit {
        public Target {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("stop-at must be a finite number, not %s.".formatted(value));
            }
        }
    }

    /// The first objective can hardly improve by as much as this any more, as far as a model of it can say.
    ///
    /// @param below above 0, in the unit of the objective
    record Improvement(double below) implements Limit {
        public Improvement {
            if (!(below > 0) || !Double.isFinite(below)) {
                throw new IllegalArgumentException("The improvement of stop-when must be above 0, not %s.".formatted(below));
            }
        }
    }

    /// So many trials have finished since the last improvement.
    record Patience(int trials) implements Limit {
        public Patience {
            atLeastOne("patience", trials);
        }
    }

    /// So many trials have failed in a row while none has ever succeeded.
    record FailuresInRow(int count) implements Limit {
        public FailuresInRow {
            atLeastOne("max-failures", count);
        }
    }

    private static void atLeastOne(String what, int count) {
        if (count < 1) {
            throw new IllegalArgumentException("%s must be at least 1, not %d.".formatted(what, count));
        }
    }
}
