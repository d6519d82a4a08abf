package dev.sextant.bench.chaos;

import java.io.IOException;

/// One kind of disturbance.
///
/// @param name what is done to whom: `server killed`
/// @param times how often it comes in a turn; 0 for one that takes so long that only every tenth blow is of its kind
record Blow(String name, int times, Action action) {
    /// Does it, and returns when it is over.
    interface Action {
        void strike() throws IOException;
    }
}
