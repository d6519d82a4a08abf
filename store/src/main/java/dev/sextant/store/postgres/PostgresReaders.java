package dev.sextant.store.postgres;

import dev.sextant.store.sql.Readers;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/// The sessions in which all studies of a database are read. There are few, since a server has few; whoever finds none
/// free waits. A listing has one of its own kind, so that whoever is handed a row may ask a question. Thread-safe.
final class PostgresReaders implements Readers {
    private static final int QUESTIONS = 8;
    private static final int LISTINGS = 4;

    /// How many sessions there are at the most.
    static final int MOST = QUESTIONS + LISTINGS;

    private final Readers.Opening opening;
    private final ConcurrentLinkedDeque<Connection> idle = new ConcurrentLinkedDeque<>();
    private final Semaphore questions = new Semaphore(QUESTIONS, true);
    private final Semaphore listings = new Semaphore(LISTINGS, true);
    private volatile boolean closed;

    PostgresReaders(Readers.Opening opening) {
        this.opening = opening;
    }

    @Override
    public <T> T ask(Question<T> question) throws SQLException {
        questions.acquireUninterruptibly();
        try {
            return answered(question);
        } finally {
            questions.release();
        }
    }

    /// A session that was kept may have ended meanwhile, and nobody could have known; a question is asked once more then.
    private <T> T answered(Question<T> question) throws SQLException {
        var kept = idle.poll();
        if (kept == null) {
            return in(opening.open(), question);
        }
        try {
            return in(kept, question);
        } catch (SQLException failed) {
            if (!Refusals.isBroken(failed)) {
                throw failed;
            }
            return in(opening.open(), question);
        }
    }

    private <T> T in(Connection session, Question<T> question) throws SQLException {
        boolean whole = false;
        try {
            var answer = question.answer(session);
            whole = true;
            return answer;
        } finally {
            if (whole && !closed) {
                idle.push(session);
            } else {
                session.close();
            }
        }
    }

    /// Asks something that is one transaction: it sees all of the database as it is at one time, or changes all or nothing.
    <T> T transact(Question<T> question) throws SQLException {
        return ask(session -> transacted(session, question));
    }

    private static <T> T transacted(Connection session, Question<T> question) throws SQLException {
        session.setAutoCommit(false);
        var answer = question.answer(session);
        session.commit();
        session.setAutoCommit(true);
        return answer;
    }

    /// In one transaction, so that all of it is as it was at the beginning, and comes in portions.
    @Override
    public <T> void list(Listing<T> listing, Consumer<T> reader) throws SQLException {
        listings.acquireUninterruptibly();
        try {
            in(answering(), session -> transacted(session, s -> {
                listing.run(s, reader);
                return true;
            }));
        } finally {
            listings.release();
        }
    }

    /// A session that has just answered: a listing cannot begin again.
    private Connection answering() throws SQLException {
        var kept = idle.poll();
        if (kept != null && kept.isValid(1)) {
            return kept;
        }
        return opening.open();
    }

    @Override
    public void close() throws SQLException {
        closed = true;
        for (var session = idle.poll(); session != null; session = idle.poll()) {
            session.close();
        }
    }

    /// The same sessions, for one of many who use them: closing it leaves them open.
    Readers shared() {
        return new Shared(this);
    }

    private record Shared(PostgresReaders all) implements Readers {
        @Override
        public <T> T ask(Question<T> question) throws SQLException {
            return all.ask(question);
        }

        @Override
        public <T> void list(Listing<T> listing, Consumer<T> reader) throws SQLException {
            all.list(listing, reader);
        }

        @Override
        public void close() {}
    }
}
