package dev.sextant.engine;

import dev.sextant.engine.think.Thinker;
import dev.sextant.strategy.Observation;
import dev.sextant.strategy.Remembered;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/// Tells a strategy what the log says while the log is still being read: in parts, in order, by a thread of its own, so that a long
/// study is opened in the longer of the two times and not in their sum. A short one is told at the end.
final class Recollection implements AutoCloseable {
    private static final int PART = 2_000;
    /// Parts that may wait, so that a slow strategy does not have the whole log in memory.
    private static final int MOST_WAITING = 16;

    private final Thinker thinker;
    private final Semaphore room = new Semaphore(MOST_WAITING);
    private final ExecutorService teller = Executors.newSingleThreadExecutor(Thread.ofPlatform().name("recollection").factory());
    private List<Runnable> part = new ArrayList<>();

    Recollection(Thinker thinker) {
        this.thinker = thinker;
    }

    void add(Observation observation) {
        add(() -> thinker.recall(observation));
    }

    void add(Remembered result) {
        add(() -> thinker.recall(result));
    }

    private void add(Runnable telling) {
        part.add(telling);
        if (part.size() == PART) {
            tell();
        }
    }

    private void tell() {
        var next = part;
        part = new ArrayList<>();
        room.acquireUninterruptibly();
        teller.execute(() -> {
            try {
                next.forEach(Runnable::run);
            } finally {
                room.release();
            }
        });
    }

    /// Returns when all was told.
    @Override
    public void close() {
        tell();
        teller.close();
    }
}
