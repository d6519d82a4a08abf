package dev.sextant.bench.chaos;

import java.time.Instant;

/// A worker was killed at some moment of a time.
record Kill(String worker, Instant from, Instant to) {
    /// The longest time between the end of a program and the note of it that its worker makes.
    private static final int SECONDS_TO_A_NOTE = 3;

    /// Whether that may have been between the lease of an attempt and the note of its value.
    boolean concerns(Written written, Instant leased) {
        return worker.equals(written.worker()) && !to.isBefore(leased) && !from.isAfter(written.at().plusSeconds(SECONDS_TO_A_NOTE));
    }
}
