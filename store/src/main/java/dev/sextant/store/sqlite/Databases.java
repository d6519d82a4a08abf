package dev.sextant.store.sqlite;

import dev.sextant.store.sql.Sql;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteOpenMode;
import org.sqlite.jdbc4.JDBC4Connection;

/// Ways to open a database file. The driver is called directly: looking for drivers on the class path takes longer than
/// opening the file.
final class Databases {
    private static final int PATIENCE_MILLIS = 10_000;
    /// 16 MiB: fewer waits for the disk than SQLite's 4 MiB, and read back in some ten milliseconds after a crash.
    private static final int CHECKPOINT_PAGES = 4_000;

    private Databases() {}

    /// A new file, or an existing one as it is.
    static Connection create(Path file) throws SQLException {
        return open(file, "", new SQLiteConfig());
    }

    /// For the writer; the file must exist.
    static Connection write(Path file, Journal journal, Durability durability) throws SQLException {
        var config = existing();
        var database = open(file, "", config);
        try {
            Sql.run(database, "PRAGMA locking_mode = " + (journal == Journal.PRIVATE ? "EXCLUSIVE" : "NORMAL"));
            Sql.run(database, "PRAGMA journal_mode = " + (journal == Journal.PRIVATE ? "PERSIST" : "WAL"));
            Sql.run(database, "PRAGMA synchronous = " + durability.synchronous());
            Sql.run(database, "PRAGMA wal_autocheckpoint = " + CHECKPOINT_PAGES);
            return database;
        } catch (SQLException failed) {
            database.close();
            throw failed;
        }
    }

    /// For a reader beside a writer, or after one.
    static Connection read(Path file) throws SQLException {
        var config = new SQLiteConfig();
        config.setReadOnly(true);
        return open(file, "", config);
    }

    /// For a reader of a file that nobody writes. No lock is taken and no file is made beside it.
    static Connection readFrozen(Path file) throws SQLException {
        var config = new SQLiteConfig();
        config.setReadOnly(true);
        return open(file, "?immutable=1", config);
    }

    private static SQLiteConfig existing() {
        var config = new SQLiteConfig();
        config.resetOpenMode(SQLiteOpenMode.CREATE);
        return config;
    }

    private static Connection open(Path file, String options, SQLiteConfig config) throws SQLException {
        config.setBusyTimeout(PATIENCE_MILLIS);
        config.setGetGeneratedKeys(false);      // else the driver asks for a key after every insert, which nobody reads
        var name = file.toAbsolutePath().toUri().getRawPath().replace("?", "%3F");
        return new JDBC4Connection("jdbc:sqlite:" + file, "file:" + name + options, config.toProperties());
    }
}
