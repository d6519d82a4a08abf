package dev.sextant.store.sqlite;

import dev.sextant.store.sql.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/// The tables, and how an older database becomes a newer one.
///
/// Forward only: version `n` of a database has the first `n` migrations behind it. `application_id` tells our databases
/// from those of other programs, `user_version` is the version.
///
/// @param migrations each a list of statements
record Schema(List<List<String>> migrations) {
    /// `Sxtn`.
    static final int APPLICATION = 0x5378746E;

    /// The first version whose trials have a fidelity.
    static final int WITH_FIDELITY = 2;

    static final Schema CURRENT = new Schema(List.of(List.of(
            """
            CREATE TABLE event (
                position INTEGER PRIMARY KEY,
                kind     TEXT    NOT NULL,
                trial    INTEGER,
                attempt  INTEGER,
                at       INTEGER NOT NULL,
                body     TEXT    NOT NULL
            ) STRICT""",
            """
            CREATE TABLE trial (
                number     INTEGER PRIMARY KEY,
                attempt    INTEGER NOT NULL,
                state      TEXT    NOT NULL,
                parameters TEXT    NOT NULL,
                metrics    TEXT    NOT NULL,
                origin     TEXT    NOT NULL,
                created    INTEGER NOT NULL,
                started    INTEGER,
                finished   INTEGER,
                why        TEXT    NOT NULL,
                reason     TEXT    NOT NULL,
                last_lines TEXT    NOT NULL
            ) STRICT""",
            """
            CREATE TABLE study (
                only     INTEGER PRIMARY KEY CHECK (only = 1),
                settings INTEGER NOT NULL REFERENCES event (position)
            ) STRICT"""),
            List.of("ALTER TABLE trial ADD COLUMN fidelity INTEGER"),
            List.of("CREATE INDEX evolution ON event (position) WHERE kind = 'evolved'"),
            List.of("""
            CREATE INDEX passage ON event (position)
            WHERE kind IN ('opened', 'closed', 'abandoned', 'study_paused', 'study_resumed')""",
            "CREATE INDEX note ON event (position) WHERE kind = 'noted'")));

    int version() {
        return migrations.size();
    }

    /// Makes the tables in an empty database, within the caller's transaction.
    void create(Connection database) throws SQLException {
        Sql.run(database, "PRAGMA application_id = " + APPLICATION);
        migrate(database, 0);
    }

    /// Takes a database from a version to the newest, within the caller's transaction.
    void migrate(Connection database, int from) throws SQLException {
        for (var migration : migrations.subList(from, version())) {
            for (var statement : migration) {
                Sql.run(database, statement);
            }
        }
        Sql.run(database, "PRAGMA user_version = " + version());
    }

    /// The version of a database, which is looked at and not changed.
    ///
    /// @throws dev.sextant.engine.port.StoreException if it is not ours, or of a newer Sextant
    int check(Connection database, SqliteFault fault) throws SQLException {
        long application = Sql.number(database, "PRAGMA application_id");
        int version = (int) Sql.number(database, "PRAGMA user_version");
        if (application == 0 && Sql.number(database, "PRAGMA page_count") == 0) {
            throw fault.saying("""
                    %s is empty.
                    Put back a copy of it, or move the folder away and start the study again.""".formatted(fault.file()));
        }
        if (application != APPLICATION) {
            throw fault.saying("""
                    %s is a database of another program; it was left as it is.
                    Move it away, or use another home (--home).""".formatted(fault.file()));
        }
        if (version > version()) {
            throw fault.saying("""
                    %s was written by a newer Sextant (form %d; this one knows forms up to %d); it was left as it is.
                    Use the newer Sextant.""".formatted(fault.file(), version, version()));
        }
        return version;
    }
}
