package dev.sextant.bench;

import dev.sextant.store.sqlite.Durability;
import java.io.IOException;
import java.nio.file.Files;
import java.util.concurrent.ExecutionException;

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
        return Clients.perSecond(Stores.create(home, BenchSpace.study("random"), durability), clients, results);
    }
}
