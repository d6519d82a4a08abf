package dev.sextant.bench;

import dev.sextant.engine.StudyDesk;
import dev.sextant.store.sqlite.Durability;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Durable results a second: clients that ask and tell one desk over a SQLite store, each answer after its commit; with
/// the default, which survives `kill -9`, and with power-loss safety.
///
///     HowManyResultsPerSecond RESULTS
final class HowManyResultsPerSecond {
    private HowManyResultsPerSecond() {}

    public static void main(String[] args) throws IOException, InterruptedException, ExecutionException {
        int results = Integer.parseInt(args[0]);
        measure(64, results, Durability.PROCESS_END);
        for (var durability : Durability.values()) {
            for (int clients : new int[] {1, 64}) {
                System.out.printf("sextant %s,%d,%.0f%n", durability, clients, measure(clients, results, durability));
            }
        }
    }

    private static double measure(int clients, int results, Durability durability)
            throws IOException, InterruptedException, ExecutionException {
        var home = Files.createTempDirectory("sextant-store");
        try (var study = Stores.create(home, BenchSpace.study("random"), durability);
                var desk = Desks.open(study.store());
                var threads = Executors.newFixedThreadPool(clients)) {
            long start = System.nanoTime();
            var running = new ArrayList<Future<?>>();
            for (int i = 0; i < clients; i++) {
                running.add(threads.submit(() -> client(desk, results / clients)));
            }
            for (var one : running) {
                one.get();
            }
            return results / clients * clients / ((System.nanoTime() - start) / 1e9);
        }
    }

    private static void client(StudyDesk desk, int results) {
        for (int i = 0; i < results; i++) {
            Desks.askAndTell(desk, Thread.currentThread().getName());
        }
    }
}
