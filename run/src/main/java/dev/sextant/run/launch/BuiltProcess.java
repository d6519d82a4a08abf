package dev.sextant.run.launch;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A child started by [ProcessBuilderLauncher].
///
/// Two threads read its streams and leave the pieces as tasks for the following thread, so that the sinks are
/// called by that thread only. A permit a piece bounds the memory: a program that prints faster than it is followed waits.
/// The threads are platform threads, as a blocked read of a pipe would hold the carrier of a virtual one; each closes its
/// stream when that ends, because closing it earlier waits for the read.
final class BuiltProcess implements Launched {
    private static final int PIECE = 16 * 1024;
    private static final int PIECES_WAITING = 8;
    /// How long to wait after the end of a process for what it printed: pipes are emptied in far less.
    private static final Duration SETTLING = Duration.ofMillis(200);

    private final Process process;
    private final boolean ownGroup;
    private final LinkedBlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
    private final Semaphore room = new Semaphore(PIECES_WAITING);
    private final CountDownLatch openStreams = new CountDownLatch(2);
    private volatile boolean woken;
    private volatile boolean closed;

    BuiltProcess(Process process, boolean ownGroup, OutputSink stdout, OutputSink stderr) {
        this.process = process;
        this.ownGroup = ownGroup;
        Thread.ofPlatform().daemon().name("output of " + process.pid()).start(() -> read(process.getInputStream(), stdout));
        Thread.ofPlatform().daemon().name("output of " + process.pid()).start(() -> read(process.getErrorStream(), stderr));
        var _ = process.onExit().thenRun(this::nudge);
    }

    private void read(InputStream stream, OutputSink sink) {
        try (stream) {
            while (true) {
                var bytes = new byte[PIECE];
                int count = stream.read(bytes);
                if (count < 0) {
                    break;
                }
                room.acquire();
                if (!closed) {
                    tasks.add(() -> {
                        room.release();
                        sink.accept(bytes, count);
                    });
                }
            }
        } catch (IOException closedByUs) {
            nudge();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            openStreams.countDown();
            nudge();
        }
    }

    private void nudge() {
        tasks.add(() -> { });
    }

    @Override
    public long pid() {
        return process.pid();
    }

    @Override
    public Optional<Exit> follow(Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        while (process.isAlive() && !woken && end - System.nanoTime() > 0) {
            runNext(end - System.nanoTime());
        }
        woken = false;
        if (process.isAlive()) {
            return Optional.empty();
        }
        drain(SETTLING);
        return Optional.of(Exit.ofShellCode(process.exitValue()));
    }

    private void runNext(long nanos) {
        try {
            var task = tasks.poll(nanos, TimeUnit.NANOSECONDS);
            if (task != null) {
                task.run();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            woken = true;
        }
    }

    @Override
    public boolean drain(Duration most) {
        long end = System.nanoTime() + most.toNanos();
        boolean ended = runAll();
        while (!ended && end - System.nanoTime() > 0) {
            runNext(end - System.nanoTime());
            ended = runAll();
        }
        return ended;
    }

    private boolean runAll() {
        boolean ended = openStreams.getCount() == 0;
        for (var task = tasks.poll(); task != null; task = tasks.poll()) {
            task.run();
        }
        return ended;
    }

    @Override
    public void wake() {
        woken = true;
        nudge();
    }

    @Override
    public void signal(Signal signal) {
        if (closed) {
            return;
        }
        // A process that has not got as far as setsid has no group yet.
        boolean reached = ownGroup && new ProcessGroup(pid()).signal(signal);
        if (!reached) {
            family().forEach(member -> end(member, signal));
        }
    }

    private static void end(ProcessHandle member, Signal signal) {
        boolean _ = signal == Signal.TERM ? member.destroy() : member.destroyForcibly();
    }

    private Stream<ProcessHandle> family() {
        return Stream.concat(process.descendants(), Stream.of(process.toHandle()));
    }

    @Override
    public boolean groupAlive() {
        return !closed && (ownGroup ? new ProcessGroup(pid()).alive() : family().anyMatch(ProcessHandle::isAlive));
    }

    @Override
    public void close() {
        closed = true;
        room.release(Integer.MAX_VALUE / 2);
    }
}
