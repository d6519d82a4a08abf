package dev.sextant.bench;

import dev.sextant.model.study.Settings;
import dev.sextant.store.postgres.PostgresAccess;
import dev.sextant.store.postgres.PostgresAddress;
import dev.sextant.store.postgres.PostgresHome;
import dev.sextant.testkit.postgres.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

/// Durable results a second on a PostgreSQL of this machine, which keeps what it says it keeps: of one desk with 1 and 64
/// clients, of 64 desks with a client each, and then of a peer on the same server, which gets its address as last word.
///
///     HowManyResultsInPostgres RESULTS [PEER…]
final class HowManyResultsInPostgres {
    private static final int CLIENTS = 64;

    private HowManyResultsInPostgres() {}

    public static void main(String[] args) throws IOException, InterruptedException, ExecutionException {
        int results = Integer.parseInt(args[0]);
        try (var server = PostgresServer.start()) {
            ours(server, results);
            if (args.length > 1) {
                var command = new ArrayList<>(List.of(args).subList(1, args.length));
                command.add(server.address(server.newDatabase()));
                new ProcessBuilder(command).inheritIO().start().waitFor();
            }
        }
    }

    private static void ours(PostgresServer server, int results) throws IOException, InterruptedException, ExecutionException {
        var address = PostgresAddress.parse(server.address(server.newDatabase()), name -> Optional.empty());
        try (var home = PostgresHome.open(address, Files.createTempDirectory("sextant-files"), PostgresAccess.standard(), why -> {})) {
            perSecond(home, "warm", CLIENTS, results);
            System.out.printf("sextant PostgreSQL,1,%.0f%n", perSecond(home, "one", 1, results / 4));
            System.out.printf("sextant PostgreSQL,%d,%.0f%n", CLIENTS, perSecond(home, "many", CLIENTS, results));
            System.out.printf("sextant PostgreSQL, 64 studies,%d,%.0f%n", CLIENTS, inStudiesOfTheirOwn(home, results));
        }
    }

    private static double perSecond(PostgresHome home, String name, int clients, int results) throws InterruptedException, ExecutionException {
        return Clients.perSecond(home.create(BenchSpace.study("random").named(name), Settings.BY_HAND, List.of()), clients, results);
    }

    private static double inStudiesOfTheirOwn(PostgresHome home, int results) throws InterruptedException {
        var threads = new ArrayList<Thread>();
        long start = System.nanoTime();
        for (int i = 0; i < CLIENTS; i++) {
            var name = "own" + i;
            threads.add(Thread.ofPlatform().start(() -> {
                try {
                    perSecond(home, name, 1, results / CLIENTS);
                } catch (InterruptedException | ExecutionException failed) {
                    throw new IllegalStateException(failed);
                }
            }));
        }
        for (var thread : threads) {
            thread.join();
        }
        return results / CLIENTS * CLIENTS / ((System.nanoTime() - start) / 1e9);
    }
}
