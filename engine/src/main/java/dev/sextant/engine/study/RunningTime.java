package dev.sextant.engine.study;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// How long a study has been run, over all processes that ran it: each counts from its opening to its last event.
/// Not thread-safe.
final class RunningTime {
    private Duration before = Duration.ZERO;
    private Optional<Instant> opened = Optional.empty();
    private Instant last = Instant.EPOCH;

    void open(Instant at) {
        abandon();
        opened = Optional.of(at);
        last = at;
    }

    void seen(Instant at) {
        last = at;
    }

    void close(Instant at) {
        last = at;
        abandon();
    }

    void abandon() {
        before = before.plus(current(last));
        opened = Optional.empty();
    }

    boolean isOpen() {
        return opened.isPresent();
    }

    Duration total(Instant now) {
        return before.plus(current(now));
    }

    private Duration current(Instant end) {
        return opened.map(start -> Duration.between(start, end)).filter(d -> !d.isNegative()).orElse(Duration.ZERO);
    }
}
