package dev.sextant.store.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.LongSupplier;
import org.sqlite.SQLiteConnection;

/// A copy of the database for readers on machines that share no memory with the writer. It is written beside the
/// database and renamed into place, so that whoever reads sees a whole one.
///
/// A copy is made when something has changed, but not before twenty times the cost of the last one has passed: it takes
/// at most a twentieth of the writer's time. Not thread-safe.
final class Snapshots {
    private static final int PAUSE_PER_COST = 20;
    private static final long SECOND = 1_000_000_000;
    private static final long NEVER = Long.MAX_VALUE;

    private final Path file;
    private final LongSupplier nanoTime;
    private boolean stale = true;
    private long notBefore;

    /// @param nanoTime a clock as [System#nanoTime]
    Snapshots(Path database, LongSupplier nanoTime) {
        this.file = of(database);
        this.nanoTime = nanoTime;
        this.notBefore = nanoTime.getAsLong();
    }

    /// The place of the snapshot of a database.
    static Path of(Path database) {
        return database.resolveSibling("snapshot.db");
    }

    void changed() {
        stale = true;
    }

    /// Makes a copy if one is due.
    ///
    /// @return nanoseconds until the next one is due
    long keepUp(Connection database) throws SQLException, IOException {
        if (!stale) {
            return NEVER;
        }
        long wait = notBefore - nanoTime.getAsLong();
        if (wait > 0) {
            return wait;
        }
        make(database);
        return NEVER;
    }

    /// Nanoseconds until a copy that failed is tried again.
    long pause() {
        return Math.max(SECOND, notBefore - nanoTime.getAsLong());
    }

    /// Makes a copy if something has changed, however soon.
    void finish(Connection database) throws SQLException, IOException {
        if (stale) {
            make(database);
        }
    }

    private void make(Connection database) throws SQLException, IOException {
        long start = nanoTime.getAsLong();
        var half = file.resolveSibling("snapshot.half");
        try {
            Files.deleteIfExists(half);
            copy((SQLiteConnection) database, half);
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            stale = false;
        } finally {
            Files.deleteIfExists(half);
            long end = nanoTime.getAsLong();
            notBefore = end + PAUSE_PER_COST * (end - start);
        }
    }

    private static void copy(SQLiteConnection database, Path target) throws SQLException {
        int result = database.getDatabase().backup("main", target.toString(), (remaining, all) -> {});
        if (result != 0) {
            throw new SQLException("The copy for readers ended with code %d.".formatted(result), "", result);
        }
    }
}
