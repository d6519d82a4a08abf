package dev.sextant.run.worker;

import dev.sextant.model.trial.Decision;
import dev.sextant.model.trial.Lease;
import dev.sextant.model.trial.Metrics;
import dev.sextant.run.figure.Reading;
import java.time.Duration;
import java.util.LinkedHashMap;

/// Passes on what a running program says of its steps, and hears what to do with it.
///
/// The first [#AT_ONCE] reports go through as they come. After that one goes through each [#PAUSE] at most and those in
/// between are left out, so that a program that reports every batch neither waits for the store nor fills it. Values that
/// are no numbers are left out. Not thread-safe.
final class StepReports {
    static final int AT_ONCE = 1000;
    static final Duration PAUSE = Duration.ofMillis(50);

    private final StudyLink link;
    private final Lease lease;
    private int sent;
    private long lastSent;

    StepReports(StudyLink link, Lease lease) {
        this.link = link;
        this.lease = lease;
    }

    /// What to do after a reading; a reading without a step changes nothing.
    Decision hear(Reading reading) {
        if (reading.step().isEmpty() || tooSoon()) {
            return Decision.CONTINUE;
        }
        var finite = new LinkedHashMap<>(reading.values());
        finite.values().removeIf(value -> !Double.isFinite(value));
        if (finite.isEmpty()) {
            return Decision.CONTINUE;
        }
        sent++;
        lastSent = System.nanoTime();
        return link.measure(lease, reading.step().getAsLong(), new Metrics(finite));
    }

    private boolean tooSoon() {
        return sent >= AT_ONCE && System.nanoTime() - lastSent < PAUSE.toNanos();
    }
}
