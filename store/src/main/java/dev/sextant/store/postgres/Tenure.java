package dev.sextant.store.postgres;

import dev.sextant.engine.port.StoreException;
import dev.sextant.store.sql.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The time in which this process holds a database, until it leaves or another one takes its place.
///
/// Its number, the term, is checked in the transaction of every commit. Signs of life go through a session of their own, so
/// that a long commit does not silence us. Thread-safe, but for the session, which is the writing thread's.
final class Tenure {
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(200);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);
    private static final Duration LONGEST_DOUBT = Duration.ofSeconds(30);
    /// How long an end waits for a database that does not answer.
    private static final Duration FAREWELL = Duration.ofSeconds(10);

    private final Connecting connecting;
    private final PostgresAccess access;
    private final long term;
    private Consumer<StoreException> lost = why -> {};
    private Connection session;
    private int process;
    private @Nullable StoreException end;
    private boolean isLeaving;
    private final CountDownLatch silent = new CountDownLatch(1);
    /// When the last sign of life was sent that the database took.
    private volatile long heard = System.nanoTime();

    Tenure(Connecting connecting, PostgresAccess access, Succession.Seat seat) {
        this.connecting = connecting;
        this.access = access;
        this.term = seat.term();
        this.session = seat.session();
        this.process = seat.process();
    }

    /// Begins to give signs of life.
    ///
    /// @param ifLost told, once, if another process takes the place
    void begin(Consumer<StoreException> ifLost) {
        lost = ifLost;
        Thread.ofPlatform().daemon().name("heartbeat of " + connecting.address()).start(this::beat);
    }

    long term() {
        return term;
    }

    PostgresAddress address() {
        return connecting.address();
    }

    /// The session that has the lock.
    Connection session() {
        return session;
    }

    private void beat() {
        @Nullable Connection pulse = null;
        while (rest()) {
            try {
                pulse = pulse != null ? pulse : pulse();
                long sent = System.nanoTime();
                if (Sql.changed(pulse, "UPDATE holder SET beats = beats + 1, heard = clock_timestamp() WHERE term = %d".formatted(term)) == 0) {
                    lose(pulse);
                } else {
                    heard = sent;
                }
            } catch (SQLException _) {
                pulse = closed(pulse);      // a connection may come back; until then our silence is the truth
            }
        }
        closed(pulse);
    }

    private Connection pulse() throws SQLException {
        var pulse = connecting.open();
        Sql.run(pulse, "SET synchronous_commit = off");
        return pulse;
    }

    private static @Nullable Connection closed(@Nullable Connection connection) {
        if (connection != null) {
            try {
                connection.close();
            } catch (SQLException _) {
                return null;
            }
        }
        return null;
    }

    /// `false` when there is nothing more to say.
    private boolean rest() {
        try {
            return !silent.await(access.heartbeat().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            return false;
        }
    }

    /// Another process has our place.
    StoreException lose(Connection database) throws SQLException {
        var sight = Sight.of(database);
        return ended("""
                The studies in %s were taken over by %s, because this process had not been heard for %d seconds.
                What was acknowledged is kept; nothing more is taken here.""".formatted(connecting.address(), sight.holder(),
                access.patience().toSeconds()));
    }

    private StoreException ended(String why) {
        StoreException first;
        synchronized (this) {
            if (end != null) {
                return end;
            }
            first = new StoreException(why);
            end = first;
            silent.countDown();
        }
        lost.accept(first);
        return first;
    }

    /// Returns when nobody can have taken our place before the call: at once, unless our last sign of life is so long ago that somebody
    /// might. A process that was frozen knows nothing of that; what it remembers is old, and nobody must be told.
    ///
    /// @throws StoreException if another process took our place, or the database does not answer for long
    void awaitCertainty() {
        long end = System.nanoTime() + LONGEST_DOUBT.toNanos();
        while (System.nanoTime() - heard >= access.patience().toNanos()) {
            checkEnd();
            if (System.nanoTime() > end) {
                throw new StoreException("%s does not answer; nobody can say whether the studies there are still ours.".formatted(connecting.address()));
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
        checkEnd();
    }

    private synchronized void checkEnd() {
        if (end != null) {
            throw end.again();
        }
    }

    /// A new session with the lock, after the old one broke. It waits until the database answers again.
    ///
    /// @throws StoreException if another process took our place meanwhile, or if we leave and the database does not answer
    Connection regain() {
        closed(session);
        long start = System.nanoTime();
        while (true) {
            try {
                if (tryToRegain()) {
                    return session;
                }
                endIfDue(start, new StoreException("Another session has the lock of %s.".formatted(connecting.address())));
            } catch (SQLException failed) {
                endIfDue(start, Refusals.of(connecting.address(), failed));
            }
            LockSupport.parkNanos(BETWEEN_ATTEMPTS.toNanos());
        }
    }

    private synchronized void endIfDue(long start, StoreException why) {
        if (end != null) {
            throw end.again();
        }
        if (isLeaving && System.nanoTime() - start > FAREWELL.toNanos()) {
            throw why;
        }
    }

    /// Our old session may be alive on the server's side, with the lock, and even still be writing.
    private boolean tryToRegain() throws SQLException {
        var next = connecting.open();
        boolean regained = false;
        try {
            var sight = Sight.of(next);
            if (sight.term() != term) {
                throw lose(next).again();
            }
            if (sight.lockedBy() == process) {
                Sql.run(next, "SELECT pg_terminate_backend(%d)".formatted(process));
            }
            regained = Sql.number(next, "SELECT pg_try_advisory_lock(%d)::int".formatted(Sight.KEY)) == 1 && Sight.of(next).term() == term;
            if (regained) {
                session = next;
                process = (int) Sql.number(next, "SELECT pg_backend_pid()");
            }
            return regained;
        } finally {
            if (!regained) {
                next.close();
            }
        }
    }

    /// Says that nothing more will be written after what is under way.
    synchronized void announceEnd() {
        isLeaving = true;
    }

    /// Leaves the place to the next one at once. Idempotent.
    void leave() throws SQLException {
        announceEnd();
        silent.countDown();
        try (var last = session) {
            if (!last.isClosed()) {
                Sql.run(last, "UPDATE holder SET present = false WHERE term = %d".formatted(term));
            }
        }
    }
}
