package dev.sextant.bench.chaos;

import dev.sextant.testkit.postgres.PostgresServer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/// Does something bad to a server, a worker or the database, each kind in turn but in an order of chance. One thread.
final class Turmoil {
    private static final int TO_A_REPLACEMENT = 25;
    private static final int LONGER_THAN_A_RESERVE_WAITS = 14_000;
    private static final int LONGEST_FREEZE = 3200;
    private static final int LONGEST_REST = 2500;

    private final Servers servers;
    private final Workers workers;
    private final List<String> names;
    private final Optional<PostgresServer> database;
    private final Random random = new Random(1);
    private final List<Kind> next = new ArrayList<>();
    private final Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
    private int done;

    /// What is done. Kills, and freezes of workers, come twice as often.
    private enum Kind {
        SERVER_KILLED(2), SERVER_FROZEN(1), SERVER_ENDED(1), WORKER_KILLED(2), WORKER_FROZEN(2), WORKER_ENDED(1),
        DATABASE_KILLED(1), DATABASE_STOPPED(1), DATABASE_FROZEN(1),
        /// Frozen until its reserve has taken its place.
        SERVER_REPLACED(0);

        private final int times;

        Kind(int times) {
            this.times = times;
        }

        private boolean isOfDatabase() {
            return this == DATABASE_KILLED || this == DATABASE_STOPPED || this == DATABASE_FROZEN;
        }
    }

    /// @param names of the workers that may be disturbed
    Turmoil(Servers servers, Workers workers, List<String> names, Optional<PostgresServer> database) {
        this.servers = servers;
        this.workers = workers;
        this.names = names;
        this.database = database;
    }

    /// Does the next thing.
    void disturb() throws IOException {
        done++;
        var kind = database.isPresent() && done % TO_A_REPLACEMENT == 0 ? Kind.SERVER_REPLACED : drawn();
        counts.merge(kind, 1, Integer::sum);
        var worker = names.get(random.nextInt(names.size()));
        switch (kind) {
            case SERVER_KILLED -> servers.kill(random.nextInt(LONGEST_REST));
            case SERVER_FROZEN -> servers.freeze(freeze());
            case SERVER_ENDED -> servers.restart();
            case WORKER_KILLED -> workers.kill(worker, random.nextInt(LONGEST_REST));
            case WORKER_FROZEN -> workers.freeze(worker, freeze());
            case WORKER_ENDED -> workers.restart(worker);
            case DATABASE_KILLED -> {
                database.orElseThrow().kill();
                Pause.of(random.nextInt(LONGEST_REST));
                database.orElseThrow().restart();
            }
            case DATABASE_STOPPED -> {
                database.orElseThrow().stopAtOnce();
                database.orElseThrow().restart();
            }
            case DATABASE_FROZEN -> {
                database.orElseThrow().freeze();
                Pause.of(freeze());
                database.orElseThrow().thaw();
            }
            case SERVER_REPLACED -> servers.freeze(LONGER_THAN_A_RESERVE_WAITS);
        }
    }

    private Kind drawn() {
        if (next.isEmpty()) {
            for (var kind : Kind.values()) {
                next.addAll(Collections.nCopies(database.isEmpty() && kind.isOfDatabase() ? 0 : kind.times, kind));
            }
            Collections.shuffle(next, random);
        }
        return next.removeLast();
    }

    private int freeze() {
        return 200 + random.nextInt(LONGEST_FREEZE);
    }

    /// How often what was done.
    @Override
    public String toString() {
        return counts.toString();
    }
}
