package dev.sextant.bench;

import dev.sextant.testkit.postgres.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// [HowManyPairsOverHttp] for a server that keeps its studies in a PostgreSQL of this machine, and then peers on the same PostgreSQL, each
/// of which gets the address of an empty database as its last word.
///
///     HowManyPairsOverHttpWithPostgres FOLDER CLIENTS PAIRS [PEER… [-- PEER…]]
final class HowManyPairsOverHttpWithPostgres {
    private HowManyPairsOverHttpWithPostgres() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        var folder = Files.createDirectories(Path.of(args[0]).toAbsolutePath());
        try (var postgres = PostgresServer.start()) {
            ours(folder, postgres.address(postgres.newDatabase()), args[1], args[2]);
            for (var peer : peers(Arrays.asList(args).subList(3, args.length))) {
                peer.add(postgres.address(postgres.newDatabase()));
                new ProcessBuilder(peer).inheritIO().start().waitFor();
            }
        }
    }

    private static List<List<String>> peers(List<String> words) {
        var peers = new ArrayList<List<String>>();
        if (!words.isEmpty()) {
            peers.add(new ArrayList<>());
        }
        for (var word : words) {
            if (word.equals("--")) {
                peers.add(new ArrayList<>());
            } else {
                peers.getLast().add(word);
            }
        }
        return peers;
    }

    private static void ours(Path folder, String address, String clients, String pairs) throws IOException, InterruptedException {
        try (var server = Server.start(folder, "--store", address)) {
            System.out.println("sextant on PostgreSQL:");
            for (var batch : List.of("1", "10")) {
                HowManyPairsOverHttp.main(new String[] {Integer.toString(server.port()), clients, batch, pairs});
            }
        }
    }
}
