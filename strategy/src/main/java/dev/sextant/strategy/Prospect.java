package dev.sextant.strategy;

import java.util.OptionalDouble;

/// Says how much better than now a study may still get, whatever its strategy.
///
/// It may think long: reports do not wait for it. What it says may depend only on what it was told. Not thread-safe.
public interface Prospect {
    /// Never says anything.
    Prospect UNKNOWN = new Prospect() {
        @Override
        public OptionalDouble improvement() {
            return OptionalDouble.empty();
        }

        @Override
        public void tell(Observation observation) {}
    };

    /// By how much the first loss may still fall below the best one, at most, at least 0; empty while too little is known.
    OptionalDouble improvement();

    /// Learns of one event.
    void tell(Observation observation);
}
