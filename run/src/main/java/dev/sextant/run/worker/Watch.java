package dev.sextant.run.worker;

import dev.sextant.run.launch.Exit;
import dev.sextant.run.launch.Launched;
import dev.sextant.run.launch.Signal;
import dev.sextant.run.orphan.Orphans;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/// Follows one process to its end and sees that nothing of it is left: TERM, grace, KILL, to the whole group.
///
/// [#stop] and [#kill] may be called by any thread, the rest by the following one.
final class Watch {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(5);
    private static final Duration AFTER_KILL = Duration.ofSeconds(5);
    /// Longer than any other program takes from its fork to its start, which holds our pipes open.
    private static final Duration SETTLING = Duration.ofMillis(200);
    private static final Duration UNLIMITED = Duration.ofDays(1);

    private final Launched process;
    private final Optional<Duration> timeout;
    private final Duration grace;
    private final long started = System.nanoTime();
    private volatile Optional<Stop> requested = Optional.empty();
    private Optional<Stop> applied = Optional.empty();
    private long killAt;
    private boolean killed;

    Watch(Launched process, Optional<Duration> timeout, Duration grace) {
        this.process = process;
        this.timeout = timeout;
        this.grace = grace;
    }

    /// Asks for the end of the process; the first reason counts.
    synchronized void stop(Stop reason) {
        if (requested.isEmpty()) {
            requested = Optional.of(reason);
            process.wake();
        }
    }

    /// Ends the process at once.
    void kill() {
        process.signal(Signal.KILL);
    }

    /// Why the process was stopped; empty if it ended by itself, even if somebody was about to stop it.
    Optional<Stop> stopped() {
        return applied;
    }

    /// Follows until the process has ended.
    Exit awaitExit() {
        while (true) {
            act(System.nanoTime());
            var exit = process.follow(untilNext(System.nanoTime()));
            if (exit.isPresent()) {
                blame(exit.get());
                return exit.get();
            }
        }
    }

    /// A process that was killed between a request and its TERM was stopped all the same.
    private void blame(Exit exit) {
        if (applied.isEmpty() && exit instanceof Exit.Killed) {
            applied = requested;
        }
    }

    private void act(long now) {
        if (applied.isEmpty() && timeout.isPresent() && now - started >= timeout.get().toNanos()) {
            stop(new Stop.Timeout(timeout.get()));
        }
        if (applied.isEmpty() && requested.isPresent()) {
            applied = requested;
            killAt = now + grace.toNanos();
            process.signal(Signal.TERM);
        } else if (applied.isPresent() && !killed && now - killAt >= 0) {
            killed = true;
            process.signal(Signal.KILL);
        }
    }

    private Duration untilNext(long now) {
        if (applied.isPresent()) {
            return killed ? UNLIMITED : Duration.ofNanos(Math.max(0, killAt - now));
        }
        return timeout.map(allowed -> Duration.ofNanos(Math.max(0, started + allowed.toNanos() - now))).orElse(UNLIMITED);
    }

    /// Ends what the process left behind, in its group or, if it still holds the output, outside.
    void endLeftovers(Path runFolder) {
        if (process.groupAlive()) {
            process.signal(Signal.TERM);
            if (!groupEndsWithin(grace)) {
                process.signal(Signal.KILL);
                groupEndsWithin(AFTER_KILL);
            }
        }
        if (!process.drain(SETTLING)) {
            Orphans.endThoseOf(runFolder, grace);
            process.drain(SETTLING);
        }
    }

    private boolean groupEndsWithin(Duration most) {
        long end = System.nanoTime() + most.toNanos();
        while (process.groupAlive()) {
            if (System.nanoTime() - end >= 0) {
                return false;
            }
            process.drain(Duration.ZERO);
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
        return true;
    }
}
