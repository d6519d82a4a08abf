package dev.sextant.store.sqlite;

import dev.sextant.store.sql.Readers;
import dev.sextant.store.sql.Sql;
import dev.sextant.store.sql.SqlView;
import dev.sextant.store.study.StoredView;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/// Opens the database of a study for reading, also while another process writes it.
public final class SqliteView {
    private SqliteView() {}

    /// Opens a database for reading, on a file system that all its readers and its writer share memory over.
    ///
    /// @param study the name to give it
    /// @throws StoreException if it is missing, damaged, of another program, or of a newer Sextant
    public static StoredView open(String study, Path file) {
        return reading(study, file, () -> beside(file));
    }

    /// Opens the snapshot of a database whose file system machines share: the study as it was when the snapshot was made.
    ///
    /// @param file the database itself
    /// @throws StoreException as [#open], or if there is no snapshot
    public static StoredView snapshot(String study, Path file) {
        var snapshot = Snapshots.of(file);
        if (Files.exists(snapshot)) {
            return reading(study, snapshot, () -> Databases.readFrozen(snapshot));
        }
        if (hasLog(file)) {
            throw new SqliteFault(study, file).saying("""
                    %s was not closed, and its file system has no shared memory to read it by.
                    Continue the study here once; then it can be read.""".formatted(file));
        }
        return reading(study, file, () -> Databases.readFrozen(file));
    }

    private static StoredView reading(String study, Path file, Readers.Opening opening) {
        var fault = new SqliteFault(study, file);
        fault.requireFile();
        try {
            try (var database = opening.open()) {
                Schema.CURRENT.check(database, fault);
            }
            return SqlView.over(fault, SqliteDialect.ONLY, new Readers.Many(opening));
        } catch (SQLException failed) {
            throw fault.of(failed);
        }
    }

    /// A reader needs the index of the write-ahead log, and may not be allowed to make one. If there is no log either,
    /// the writer has closed the file, which then holds all.
    private static Connection beside(Path file) throws SQLException {
        var database = Databases.read(file);
        try {
            Sql.number(database, "PRAGMA user_version");
            return database;
        } catch (SQLException failed) {
            database.close();
            if (hasLog(file)) {
                throw failed;
            }
            return Databases.readFrozen(file);
        }
    }

    private static boolean hasLog(Path file) {
        return file.resolveSibling(file.getFileName() + "-wal").toFile().length() > 0;
    }
}
