package dev.sextant.run.launch;

import java.time.Duration;
import java.util.Optional;

/// A child started by [SpawnLauncher], watched by `poll` over both pipes, the process itself and an event for [#wake].
///
/// The following thread owns the outlets. What other threads may touch (the event, the group) is guarded by this object's
/// lock, so that no signal goes to a number that the system has given to somebody else.
final class SpawnedProcess implements Launched {
    /// How often a process is looked at where the kernel offers no descriptor for it.
    private static final int TICK_MILLIS = 50;
    private static final int NONE = -1;
    /// A program that prints little at a time is read once in this time, so that its next words, the end of its output and
    /// its own end are seen in one look. Each look keeps the program itself from running.
    private static final int GATHERING_MILLIS = 1;
    /// As long as a program prints this much at a time, in bytes, it is read at once.
    private static final int MUCH = 4096;

    private final int pid;
    private final Outlet stdout;
    private final Outlet stderr;
    private final int processDescriptor;
    private int event;
    private boolean groupGone;
    private boolean gathering;
    private Optional<Exit> exit = Optional.empty();

    SpawnedProcess(Posix posix, int pid, Outlet stdout, Outlet stderr) {
        this.pid = pid;
        this.stdout = stdout;
        this.stderr = stderr;
        processDescriptor = posix.processDescriptor(pid);
        event = posix.event();
    }

    @Override
    public long pid() {
        return pid;
    }

    @Override
    public Optional<Exit> follow(Duration limit) {
        var posix = Posix.here();
        long end = System.nanoTime() + nanos(limit);
        while (exit.isEmpty()) {
            long left = end - System.nanoTime();
            if (left <= 0 || woken(posix, left)) {
                break;
            }
        }
        return exit;
    }

    /// Waits for the next thing to happen and deals with it.
    private boolean woken(Posix posix, long nanosLeft) {
        int most = gathering ? GATHERING_MILLIS : processDescriptor == NONE ? TICK_MILLIS : Integer.MAX_VALUE;
        int millis = (int) Math.min(nanosLeft / 1_000_000 + 1, most);
        int ready = gathering ? posix.poll(millis, NONE, NONE, processDescriptor, event)
                : posix.poll(millis, stdout.descriptor(), stderr.descriptor(), processDescriptor, event);
        int count = (ready & 1) != 0 ? stdout.pump(posix) : 0;
        count += (ready & 2) != 0 ? stderr.pump(posix) : 0;
        gathering = (ready & 3) != 0 && count < MUCH;
        if ((ready & 4) != 0 || processDescriptor == NONE) {
            reap(posix);
        }
        return (ready & 8) != 0 && posix.read(event) > 0;
    }

    private void reap(Posix posix) {
        posix.reap(pid).ifPresent(status -> {
            stdout.drain(posix);
            stderr.drain(posix);
            exit = Optional.of(Exit.ofStatus(status));
        });
    }

    @Override
    public boolean drain(Duration most) {
        var posix = Posix.here();
        long end = System.nanoTime() + nanos(most);
        stdout.drain(posix);
        stderr.drain(posix);
        while (open() && end - System.nanoTime() > 0) {
            posix.poll((int) Math.min((end - System.nanoTime()) / 1_000_000 + 1, Integer.MAX_VALUE), stdout.descriptor(), stderr.descriptor());
            stdout.drain(posix);
            stderr.drain(posix);
        }
        return !open();
    }

    private boolean open() {
        return stdout.open() || stderr.open();
    }

    @Override
    public synchronized void wake() {
        if (event != NONE) {
            Posix.here().raise(event);
        }
    }

    @Override
    public synchronized void signal(Signal signal) {
        if (!groupGone) {
            new ProcessGroup(pid).signal(signal);
        }
    }

    @Override
    public synchronized boolean groupAlive() {
        groupGone = groupGone || (exit.isPresent() && !new ProcessGroup(pid).alive());
        return !groupGone;
    }

    @Override
    public synchronized void close() {
        var posix = Posix.here();
        stdout.close(posix);
        stderr.close(posix);
        posix.close(processDescriptor);
        posix.close(event);
        event = NONE;
        groupGone = true;
    }

    private static long nanos(Duration limit) {
        return limit.compareTo(Duration.ofNanos(Long.MAX_VALUE / 2)) < 0 ? limit.toNanos() : Long.MAX_VALUE / 2;
    }
}
