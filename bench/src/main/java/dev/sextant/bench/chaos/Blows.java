package dev.sextant.bench.chaos;

import dev.sextant.testkit.postgres.PostgresServer;
import java.util.List;
import java.util.Random;

/// What is done to servers, workers and the database. Kills, and freezes of workers, come twice as often.
final class Blows {
    private static final int LONGER_THAN_A_RESERVE_WAITS = 14_000;
    private static final int LONGEST_FREEZE = 3200;
    private static final int LONGEST_REST = 2500;

    private Blows() {}

    static List<Blow> ofServers(Servers servers, Random random) {
        return List.of(
                new Blow("server killed", 2, () -> servers.kill(random.nextInt(LONGEST_REST))),
                new Blow("server frozen", 1, () -> servers.freeze(freeze(random))),
                new Blow("server ended", 1, servers::restart));
    }

    static List<Blow> ofDatabase(PostgresServer database, Servers servers, Random random) {
        return List.of(
                new Blow("database killed", 1, () -> {
                    database.kill();
                    Pause.of(random.nextInt(LONGEST_REST));
                    database.restart();
                }),
                new Blow("database stopped", 1, () -> {
                    database.stopAtOnce();
                    database.restart();
                }),
                new Blow("database frozen", 1, () -> {
                    database.freeze();
                    Pause.of(freeze(random));
                    database.thaw();
                }),
                new Blow("server replaced", 0, () -> servers.freeze(LONGER_THAN_A_RESERVE_WAITS)));
    }

    /// @param names of those that may be disturbed
    static List<Blow> ofWorkers(Workers workers, List<String> names, Random random) {
        return List.of(
                new Blow("worker killed", 2, () -> workers.kill(one(names, random), random.nextInt(LONGEST_REST))),
                new Blow("worker frozen", 2, () -> workers.freeze(one(names, random), freeze(random))),
                new Blow("worker ended", 1, () -> workers.restart(one(names, random))));
    }

    private static String one(List<String> names, Random random) {
        return names.get(random.nextInt(names.size()));
    }

    private static int freeze(Random random) {
        return 200 + random.nextInt(LONGEST_FREEZE);
    }
}
