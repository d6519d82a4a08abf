package dev.sextant.store.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/// Connections for reading, shared by threads.
public interface Readers {
    /// Asks a question of the database.
    <T> T ask(Question<T> question) throws SQLException;

    /// Hands over what a listing finds, all of it as it was when the call began.
    <T> void list(Listing<T> listing, Consumer<T> reader) throws SQLException;

    void close() throws SQLException;

    interface Question<T> {
        T answer(Connection database) throws SQLException;
    }

    interface Listing<T> {
        void run(Connection database, Consumer<T> found) throws SQLException;
    }

    interface Opening {
        Connection open() throws SQLException;
    }

    /// As many connections as there are threads that read at once; they are kept for the next ones.
    final class Many implements Readers {
        private final Opening opening;
        private final ConcurrentLinkedDeque<Connection> idle = new ConcurrentLinkedDeque<>();
        private volatile boolean closed;

        public Many(Opening opening) {
            this.opening = opening;
        }

        @Override
        public <T> T ask(Question<T> question) throws SQLException {
            if (closed) {
                throw new IllegalStateException("The study is closed.");
            }
            var waiting = idle.poll();
            var database = waiting != null ? waiting : opening.open();
            try {
                return question.answer(database);
            } finally {
                idle.push(database);
                if (closed) {
                    close();
                }
            }
        }

        @Override
        public <T> void list(Listing<T> listing, Consumer<T> reader) throws SQLException {
            ask(database -> {
                listing.run(database, reader);
                return true;
            });
        }

        @Override
        public void close() throws SQLException {
            closed = true;
            for (var database = idle.poll(); database != null; database = idle.poll()) {
                database.close();
            }
        }
    }

    /// The writer's own connection, between its commits: under an exclusive lock there is no other. A listing is
    /// gathered first, so that a slow reader, or one that appends, does not keep the writer waiting.
    record One(Connection database, ReentrantLock lock) implements Readers {
        @Override
        public <T> T ask(Question<T> question) throws SQLException {
            lock.lock();
            try {
                return question.answer(database);
            } finally {
                lock.unlock();
            }
        }

        @Override
        public <T> void list(Listing<T> listing, Consumer<T> reader) throws SQLException {
            var found = new ArrayList<T>();
            ask(connection -> {
                listing.run(connection, found::add);
                return true;
            });
            found.forEach(reader);
        }

        @Override
        public void close() {}
    }
}
