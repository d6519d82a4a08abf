package dev.sextant.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.engine.port.StoreException;
import dev.sextant.model.event.StudyEvent;
import dev.sextant.model.study.Settings;
import dev.sextant.store.sql.Sql;
import dev.sextant.testkit.postgres.PostgresServer;
import dev.sextant.testkit.store.SampleLog;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Databases that are not what they should be: a clear message, and nothing in them changed.
@Timeout(60)
class BadDatabaseTest {
    private static final PostgresServer SERVER = PostgresServer.shared();

    @TempDir
    Path files;

    @BeforeAll
    static void roles() {
        SERVER.run("postgres", """
                DO $$ BEGIN
                    CREATE ROLE guarded LOGIN PASSWORD 'secret';
                    CREATE ROLE plain LOGIN;
                    CREATE ROLE crowded LOGIN CONNECTION LIMIT 0;
                    CREATE ROLE reader LOGIN SUPERUSER;
                    CREATE ROLE odd LOGIN SUPERUSER;
                EXCEPTION WHEN duplicate_object THEN NULL; END $$""",
                "ALTER ROLE reader SET default_transaction_read_only = on",
                "ALTER ROLE odd SET synchronous_commit = off", "ALTER ROLE odd SET search_path = public",
                "ALTER ROLE odd SET default_transaction_isolation = serializable", "ALTER ROLE odd SET statement_timeout = 1",
                "ALTER ROLE odd SET bytea_output = escape", "ALTER ROLE odd SET DateStyle = 'German'");
    }

    private static String address(String user, String database) {
        return "postgresql://%s@127.0.0.1:%d/%s".formatted(user, SERVER.port(), database);
    }

    private void refuses(String address, String... words) {
        assertThatThrownBy(() -> Places.open(Places.address(address), files).close()).isInstanceOf(StoreException.class)
                .message().contains(words).contains("\n").doesNotContain("wrong@");
    }

    private static void isUntouched(String database, int tables) throws Exception {
        try (var session = SERVER.session(database)) {
            assertThat(Sql.number(session, "SELECT count(*) FROM pg_class WHERE relnamespace::regnamespace::text IN ('sextant', 'public')"))
                    .isEqualTo(tables);
        }
    }

    @Test
    void aWrongPassword_andNone() {
        var database = SERVER.newDatabase();

        refuses(address("guarded:wrong", database), "user 'guarded' may not log in", "PGPASSWORD", "~/.pgpass");
        refuses(address("guarded", database), "user 'guarded' may not log in", "no password");
    }

    @Test
    void aRightPassword_whoseOwnerMayMakeASchema() {
        var database = SERVER.newDatabase();
        SERVER.run("postgres", "GRANT CREATE ON DATABASE %s TO guarded".formatted(database));

        try (var home = Places.open(Places.address(address("guarded:secret", database)), files)) {
            assertThat(home.place()).isEqualTo(address("guarded", database));
        }
    }

    @Test
    void aUserWhoIsUnknown() {
        refuses(address("nobody-knows", SERVER.newDatabase()), "user 'nobody-knows' may not log in", "does not exist");
    }

    @Test
    void aDatabaseThatIsNotThere() {
        refuses(address("sextant", "nowhere"), "there is no database 'nowhere'", "createdb nowhere");
    }

    @Test
    void aServerThatIsNotThere() {
        refuses("postgresql://sextant@127.0.0.1:1/x", "does not answer", "127.0.0.1, port 1");
        refuses("postgresql://sextant@no-such-host.invalid/x", "there is no host 'no-such-host.invalid'");
    }

    @Test
    void aUserWhoMayNotMakeASchema() throws Exception {
        var database = SERVER.newDatabase();

        refuses(address("plain", database), "user 'plain' may not", "GRANT CREATE ON DATABASE %s TO plain".formatted(database));
        isUntouched(database, 0);
    }

    @Test
    void aUserWhoMayOnlyRead() throws Exception {
        var database = SERVER.newDatabase();

        refuses(address("reader", database), "may only be read", "default_transaction_read_only");
        isUntouched(database, 0);
    }

    @Test
    void aUserWithoutAConnectionLeft() {
        refuses(address("crowded", SERVER.newDatabase()), "has no connection left", "max_connections");
    }

    @Test
    void aSchemaOfAnotherProgram() throws Exception {
        var database = SERVER.newDatabase();
        SERVER.run(database, "CREATE SCHEMA sextant", "CREATE TABLE sextant.event (navigator text)");

        refuses(address("sextant", database), "schema 'sextant' of another program", "left as it is");
        isUntouched(database, 1);
    }

    @Test
    void aSchemaWhoseFormIsOfAnotherProgram() throws Exception {
        var database = SERVER.newDatabase();
        SERVER.run(database, "CREATE SCHEMA sextant", "CREATE TABLE sextant.form (application text, version int)",
                "INSERT INTO sextant.form VALUES ('navigator', 1)");

        refuses(address("sextant", database), "of another program");
        isUntouched(database, 1);
    }

    @Test
    void tablesOfOthersBesideOurSchemaAreLeftAlone() throws Exception {
        var database = SERVER.newDatabase();
        SERVER.run(database, "CREATE TABLE event (navigator text)", "CREATE TABLE study (stars int)", "CREATE SCHEMA sextant");

        try (var home = Places.open(Places.address(address("sextant", database)), files)) {
            home.create(SampleLog.spec("s"), Settings.STANDARD, List.of()).close();
        }
        try (var session = SERVER.session(database)) {
            assertThat(Sql.number(session, "SELECT count(*) FROM public.event")).isZero();
        }
    }

    @Test
    void aSchemaOfANewerSextant() throws Exception {
        var database = SERVER.newDatabase();
        Places.open(Places.address(address("sextant", database)), files).close();
        SERVER.run(database, "UPDATE sextant.form SET version = 99", "DROP TABLE sextant.holder");

        refuses(address("sextant", database), "newer Sextant (form 99", "left as it is");
    }

    @Test
    void anOlderSchemaIsBroughtUpToDate_orLeftAsItIs() throws Exception {
        var database = SERVER.newDatabase();
        Places.open(Places.address(address("sextant", database)), files).close();
        int now = PostgresSchema.CURRENT.version();
        var newer = withOneMore("CREATE TABLE remark (words text)");
        var broken = withOneMore("CREATE TABLE half (words text)", "no SQL");
        var connecting = new Connecting(Places.address(address("sextant", database)), "test");
        try (var session = connecting.open()) {
            assertThatThrownBy(() -> broken.migrate(session, now)).isInstanceOf(SQLException.class);
            assertThat(PostgresSchema.CURRENT.check(session, connecting.address())).isEqualTo(now);
            assertThat(Sql.number(session, "SELECT count(*) FROM pg_tables WHERE tablename = 'half'")).isZero();

            newer.migrate(session, now);

            assertThat(newer.check(session, connecting.address())).isEqualTo(now + 1);
            assertThat(Sql.number(session, "SELECT count(*) FROM remark")).isZero();
        }
    }

    private static PostgresSchema withOneMore(String... statements) {
        return new PostgresSchema(Stream.concat(PostgresSchema.CURRENT.migrations().stream(), Stream.of(List.of(statements))).toList());
    }

    @Test
    void aServerThatDoesNotKeepWhatItSays() {
        try (var server = PostgresServer.start()) {
            server.run("postgres", "ALTER SYSTEM SET fsync = off", "SELECT pg_reload_conf()");
            var address = Places.database(server);
            long end = System.nanoTime() + 20_000_000_000L;
            while (isOpened(address) && System.nanoTime() < end) {
                Thread.onSpinWait();
            }

            refuses(address.toString(), "fsync", "postgresql.conf");
        }
    }

    private boolean isOpened(PostgresAddress address) {
        try (var home = Places.open(address, files)) {
            return home.names().isEmpty();
        } catch (StoreException _) {
            return false;
        }
    }

    @Test
    void settingsOfARoleChangeNothing() throws Exception {
        var database = SERVER.newDatabase();
        try (var home = Places.open(Places.address(address("odd", database)), files);
                var held = home.create(SampleLog.spec("s"), Settings.STANDARD, List.of())) {
            SampleLog.append(held.store(), SampleLog.everyKind().toArray(StudyEvent[]::new));

            assertThat(held.store().length()).isEqualTo(1 + SampleLog.everyKind().size());
        }
        try (var session = new Connecting(Places.address(address("odd", database)), "test").open()) {
            assertThat(Sql.number(session, "SELECT count(*) FROM pg_settings WHERE name = 'synchronous_commit' AND setting = 'on'")).isEqualTo(1);
        }
    }

    @Test
    void anEventThatIsDamagedIsNamed() {
        var database = SERVER.newDatabase();
        try (var home = Places.open(Places.address(address("sextant", database)), files);
                var held = home.create(SampleLog.spec("s"), Settings.STANDARD, List.of())) {
            SampleLog.append(held.store(), new StudyEvent.StudyPaused(), new StudyEvent.StudyResumed());
            SERVER.run(database, "UPDATE sextant.event SET body = '{\"why\":' WHERE position = 1");

            assertThatThrownBy(() -> held.store().events(0, logged -> {})).isInstanceOf(StoreException.class)
                    .hasMessageContaining("Study 's': event 1 in " + home.place()).hasMessageContaining("cannot be read");
        }
    }
}
