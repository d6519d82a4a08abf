package dev.sextant.engine;

import dev.sextant.engine.think.Thinker;
import dev.sextant.strategy.Observation;
import dev.sextant.strategy.Remembered;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;

/// Tells a strategy what the log says while the log is still being read: in parts, one after another, by whoever was handed in for that, so
/// that a long study is opened in the longer of the two times and not in their sum.
final class Recollection implements AutoCloseable {
    private static final int PART = 2_000;
    /// Parts that may wait, so that a slow strategy does not have the whole log in memory.
    private static final int MOST_WAITING = 16;

    private final Thinker thinker;
    private final Executor aside;
    private final Semaphore room = new Semaphore(MOST_WAITING);
    private CompletableFuture<Void> told = CompletableFuture.completedFuture(null);
    private List<Runnable> part = new ArrayList<>();

    Recollection(Thinker thinker, Executor aside) {
        this.thinker = thinker;
        this.aside = aside;
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
        told = told.thenRunAsync(() -> next.forEach(Runnable::run), aside).whenComplete((_, _) -> room.release());
    }

    /// Returns when all was told.
    @Override
    public void close() {
        tell();
        told.join();
    }
}
