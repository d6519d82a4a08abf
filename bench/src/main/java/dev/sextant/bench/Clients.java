package dev.sextant.bench;

import dev.sextant.store.home.HeldStudy;
import java.util.ArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Clients that ask and tell one desk, each answer after its commit.
final class Clients {
    private Clients() {}

    /// Results a second.
    ///
    /// @param study that is new; it is let go of
    static double perSecond(HeldStudy study, int clients, int results) throws InterruptedException, ExecutionException {
        try (study; var desk = Desks.open(study.store()); var threads = Executors.newFixedThreadPool(clients)) {
            long start = System.nanoTime();
            var running = new ArrayList<Future<?>>();
            for (int i = 0; i < clients; i++) {
                running.add(threads.submit(() -> {
                    for (int j = 0; j < results / clients; j++) {
                        Desks.askAndTell(desk, Thread.currentThread().getName());
                    }
                }));
            }
            for (var one : running) {
                one.get();
            }
            return results / clients * clients / ((System.nanoTime() - start) / 1e9);
        }
    }
}
