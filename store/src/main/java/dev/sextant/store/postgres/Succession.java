package dev.sextant.store.postgres;

import dev.sextant.engine.port.StoreException;
import dev.sextant.store.home.Machine;
import dev.sextant.store.sql.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// How a process comes to hold a database.
///
/// Whoever has the advisory lock in a session may write, through this session only. The lock ends with the session, so it
/// is free when its holder was killed. A holder that is frozen, or cut off, keeps it: its session is alive on the server's
/// side. So the holder counts its signs of life in the table `holder`, and a standby that has seen the count stand still
/// for long ends the session, with what it may have been writing, and takes the place. A lock that is free is left alone
/// as long as its last holder may be coming back: a connection may be lost, or the server have been started anew.
record Succession(Connecting connecting, PostgresAccess access) {
    /// What a look at the database comes to.
    private enum Step { TAKE, WAIT, REFUSE, DEPOSE }

    /// Takes the place when it is free.
    ///
    /// @throws StoreException if another process holds the database, and we are no standby; or if the database cannot
    ///     be used, whatever we are
    Seat take() {
        var watch = new Watch(access.patience());
        boolean reached = false;
        while (true) {
            try (var attempt = new Attempt(connecting.open())) {
                reached = true;
                var seat = attempt.make(this, watch);
                if (seat.isPresent()) {
                    return seat.get();
                }
            } catch (SQLException failed) {
                if (!reached || !access.isStandby() || !Refusals.isBroken(failed)) {
                    throw Refusals.of(connecting.address(), failed);
                }
            }
            rest();
        }
    }

    private void rest() {
        try {
            TimeUnit.MILLISECONDS.sleep(access.heartbeat().toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StoreException("The wait for %s was interrupted.".formatted(connecting.address()), interrupted);
        }
    }

    /// The place of the holder: the session that has the lock, and the number of the term that begins.
    ///
    /// @param process the server's process for the session
    record Seat(Connection session, int process, long term) {}

    /// One attempt in a session that is closed, unless it becomes the holder's.
    private static final class Attempt implements AutoCloseable {
        private final Connection session;
        private boolean isKept;

        Attempt(Connection session) {
            this.session = session;
        }

        Optional<Seat> make(Succession succession, Watch watch) throws SQLException {
            var address = succession.connecting.address();
            requireDurable(address);
            if (PostgresSchema.CURRENT.check(session, address) > 0) {
                var sight = Sight.of(session);
                switch (succession.step(sight, watch)) {
                    case TAKE -> {}
                    case WAIT -> {
                        return Optional.empty();
                    }
                    case REFUSE -> throw succession.refused(sight);
                    case DEPOSE -> {
                        succession.depose(session, sight);
                        return Optional.empty();
                    }
                }
            }
            return sitDown(succession);
        }

        private void requireDurable(PostgresAddress address) throws SQLException {
            if (Sql.number(session, "SELECT count(*) FROM pg_settings WHERE name IN ('fsync', 'full_page_writes') AND setting = 'off'") > 0) {
                throw new StoreException("""
                        %s does not keep what it says it keeps: fsync or full_page_writes is off there.
                        Put both on in postgresql.conf; a server that was run without them may be damaged after a power failure.""".formatted(address));
            }
        }

        private Optional<Seat> sitDown(Succession succession) throws SQLException {
            if (Sql.number(session, "SELECT pg_try_advisory_lock(%d)::int".formatted(Sight.KEY)) == 0) {
                return Optional.empty();
            }
            int version = PostgresSchema.CURRENT.check(session, succession.connecting.address());
            PostgresSchema.CURRENT.migrate(session, version);
            if (!Sight.of(session).isLeft(succession.access.patience())) {
                return Optional.empty();        // it came back between the look and the lock
            }
            var seat = new Seat(session, (int) Sql.number(session, "SELECT pg_backend_pid()"), nextTerm());
            isKept = true;
            return Optional.of(seat);
        }

        /// Waits for whatever is still being committed for the last holder, which keeps its term until then.
        private long nextTerm() throws SQLException {
            try (var taking = session.prepareStatement("""
                    UPDATE holder SET term = term + 1, host = ?, boot = ?, process = ?, start = ?, since = clock_timestamp(),
                    heard = clock_timestamp(), beats = 0, present = true RETURNING term""")) {
                long process = ProcessHandle.current().pid();
                taking.setString(1, Machine.here().host());
                taking.setString(2, Machine.here().boot());
                taking.setLong(3, process);
                taking.setLong(4, Machine.start(process).orElse(0));
                try (var row = taking.executeQuery()) {
                    row.next();
                    return row.getLong(1);
                }
            }
        }

        @Override
        public void close() throws SQLException {
            if (!isKept) {
                session.close();
            }
        }
    }

    private Step step(Sight sight, Watch watch) {
        if (!sight.isLocked()) {
            return sight.isLeft(access.patience()) ? Step.TAKE : Step.WAIT;
        }
        if (sight.isDead()) {
            return Step.WAIT;                   // the server will notice in a moment
        }
        if (!access.isStandby()) {
            return Step.REFUSE;
        }
        return watch.isStill(sight) ? Step.DEPOSE : Step.WAIT;
    }

    private StoreException refused(Sight sight) {
        return new StoreException("""
                The studies in %s are held by %s; it was last heard %d seconds ago.
                Let it end, or wait for its place and take over when it dies (--standby)."""
                .formatted(connecting.address(), sight.holder(), sight.silence().toSeconds()));
    }

    private void depose(Connection session, Sight sight) throws SQLException {
        try {
            Sql.run(session, "SELECT pg_terminate_backend(%d)".formatted(sight.lockedBy()));
        } catch (SQLException failed) {
            if (!Refusals.code(failed).equals("42501")) {
                throw failed;
            }
            throw new StoreException("""
                    The studies in %s are held by %s, which was not heard for %d seconds, and user '%s' may not end its session.
                    Let the standby log in as the user of the holder, or grant it pg_signal_backend."""
                    .formatted(connecting.address(), sight.holder(), sight.silence().toSeconds(), connecting.address().user()), failed);
        }
    }

    /// Watches whether a holder gives signs of life. Time counts only between looks that were answered: when the
    /// database itself stands still, its holder cannot say anything.
    private static final class Watch {
        private final Duration patience;
        private long term = -1;
        private long beats = -1;
        private long last;
        private long still;

        Watch(Duration patience) {
            this.patience = patience;
        }

        boolean isStill(Sight sight) {
            long now = System.nanoTime();
            boolean changed = sight.term() != term || sight.beats() != beats;
            still = changed ? 0 : still + Math.min(now - last, patience.toNanos() / 4);
            last = now;
            term = sight.term();
            beats = sight.beats();
            return still >= patience.toNanos();
        }
    }
}
