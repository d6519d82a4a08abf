package dev.sextant.store.postgres;

import dev.sextant.engine.port.StoreException;
import dev.sextant.store.sql.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/// The tables, in a schema of their own, and how an older database becomes a newer one.
///
/// Forward only: version `n` has the first `n` migrations behind it. The table `form` tells our schema from one that
/// another program happened to call so, and holds the version.
///
/// @param migrations each a list of statements
record PostgresSchema(List<List<String>> migrations) {
    static final PostgresSchema CURRENT = new PostgresSchema(List.of(List.of(
            """
            CREATE TABLE form (
                one         boolean PRIMARY KEY DEFAULT true CHECK (one),
                application text    NOT NULL,
                version     integer NOT NULL
            )""",
            "INSERT INTO form (application, version) VALUES ('sextant', 0)",
            """
            CREATE TABLE holder (
                term    bigint      PRIMARY KEY,
                host    text        NOT NULL,
                boot    text        NOT NULL,
                process bigint      NOT NULL,
                start   bigint      NOT NULL,
                since   timestamptz NOT NULL,
                heard   timestamptz NOT NULL,
                beats   bigint      NOT NULL,
                present boolean     NOT NULL
            ) WITH (fillfactor = 50)""",
            "INSERT INTO holder VALUES (0, '', '', 0, 0, now(), now(), 0, false)",
            """
            CREATE TABLE study (
                id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                name     text   UNIQUE,
                settings bigint NOT NULL
            )""",
            """
            CREATE TABLE event (
                study    bigint  NOT NULL,
                position bigint  NOT NULL,
                kind     text    NOT NULL,
                trial    integer,
                attempt  integer,
                at       bigint  NOT NULL,
                body     text    NOT NULL,
                PRIMARY KEY (study, position)
            )""",
            """
            CREATE TABLE trial (
                study      bigint  NOT NULL,
                number     integer NOT NULL,
                attempt    integer NOT NULL,
                state      text    NOT NULL,
                parameters text    NOT NULL,
                metrics    text    NOT NULL,
                origin     text    NOT NULL,
                created    bigint  NOT NULL,
                started    bigint,
                finished   bigint,
                why        text    NOT NULL,
                reason     text    NOT NULL,
                last_lines text    NOT NULL,
                fidelity   bigint,
                PRIMARY KEY (study, number)
            ) WITH (fillfactor = 70)""",
            "CREATE INDEX evolution ON event (study, position) WHERE kind = 'evolved'",
            """
            CREATE INDEX passage ON event (study, position)
            WHERE kind IN ('opened', 'closed', 'abandoned', 'study_paused', 'study_resumed')"""),
            List.of("CREATE INDEX note ON event (study, position) WHERE kind = 'noted'")));

    int version() {
        return migrations.size();
    }

    /// The version of a database, which is looked at and not changed; 0 if it has no tables of ours yet.
    ///
    /// @throws StoreException if there is something else of that name, or a newer Sextant made it
    int check(Connection database, PostgresAddress address) throws SQLException {
        if (Sql.number(database, "SELECT count(*) FROM pg_namespace WHERE nspname = '%s'".formatted(Connecting.SCHEMA)) == 0) {
            return 0;
        }
        if (Sql.number(database, "SELECT count(*) FROM pg_class WHERE relnamespace = '%s'::regnamespace".formatted(Connecting.SCHEMA)) == 0) {
            return 0;
        }
        if (!isOurs(database)) {
            throw new StoreException("""
                    %s has a schema '%s' of another program; it was left as it is.
                    Use another database (createdb NAME).""".formatted(address, Connecting.SCHEMA));
        }
        int version = (int) Sql.number(database, "SELECT version FROM form");
        if (version > version()) {
            throw new StoreException("""
                    %s was written by a newer Sextant (form %d; this one knows forms up to %d); it was left as it is.
                    Use the newer Sextant.""".formatted(address, version, version()));
        }
        return version;
    }

    private static boolean isOurs(Connection database) throws SQLException {
        return Sql.number(database, """
                SELECT count(*) FROM pg_attribute WHERE attrelid = to_regclass('%s.form') AND attname IN ('application', 'version')"""
                .formatted(Connecting.SCHEMA)) == 2
                && Sql.number(database, "SELECT count(*) FROM form WHERE application = 'sextant'") == 1;
    }

    /// Takes a database from a version to the newest, in one transaction.
    void migrate(Connection database, int from) throws SQLException {
        if (from == version()) {
            return;
        }
        database.setAutoCommit(false);
        boolean done = false;
        try {
            Sql.run(database, "CREATE SCHEMA IF NOT EXISTS " + Connecting.SCHEMA);
            for (var migration : migrations.subList(from, version())) {
                for (var statement : migration) {
                    Sql.run(database, statement);
                }
            }
            Sql.run(database, "UPDATE form SET version = " + version());
            database.commit();
            done = true;
        } finally {
            if (!done) {
                database.rollback();
            }
            database.setAutoCommit(true);
        }
    }
}
