package dev.sextant.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sextant.engine.port.StoreException;
import dev.sextant.model.event.Logged;
import dev.sextant.model.event.StudyEvent;
import dev.sextant.store.sql.Sql;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.stream.LongStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files that are not what they should be: a clear message, and not a byte of them changed.
class BadFileTest {
    @TempDir
    Path folder;

    private static void refuses(Path file, String... words) throws IOException {
        var before = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
        complains(file, words);
        if (before.length > 0) {
            assertThat(Arrays.equals(Files.readAllBytes(file), before)).as("unchanged to the byte").isTrue();
        }
    }

    private static void complains(Path file, String... words) {
        for (ThrowingCallable opening : new ThrowingCallable[] {
            () -> Sample.write(file).close(),
            () -> SqliteStore.open("sample", file, Journal.PRIVATE, Durability.POWER_LOSS).close(),
            () -> SqliteView.open("sample", file).close()
        }) {
            assertThatThrownBy(opening).isInstanceOf(StoreException.class)
                    .hasMessageStartingWith("Study 'sample': ").hasMessageContaining(file.toString())
                    .message().contains(words).contains("\n");
        }
    }

    private Path foreign(String... statements) throws Exception {
        var file = folder.resolve("study.db");
        try (var database = Databases.create(file)) {
            for (var statement : statements) {
                Sql.run(database, statement);
            }
        }
        return file;
    }

    @Test
    void aMissingFile() throws Exception {
        refuses(folder.resolve("study.db"), "is missing", "Put back a copy");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void anEmptyFile() throws Exception {
        refuses(Files.createFile(folder.resolve("study.db")), "is empty");
    }

    @Test
    void aFileThatIsNoDatabase() throws Exception {
        refuses(Files.writeString(folder.resolve("study.db"), "{\"hello\": \"world\"}\n".repeat(300)), "is not a database");
    }

    @Test
    void aDatabaseOfAnotherProgram() throws Exception {
        refuses(foreign("CREATE TABLE moz_places (id INTEGER)"), "of another program", "left as it is");
    }

    @Test
    void aDatabaseOfANewerSextant() throws Exception {
        refuses(foreign("PRAGMA application_id = " + Schema.APPLICATION, "PRAGMA user_version = 99", "CREATE TABLE event (a)"),
                "newer Sextant", "form 99", "left as it is");
    }

    @Test
    void aDatabaseWithoutAStudy() throws Exception {
        var file = folder.resolve("study.db");
        try (var database = Databases.create(file)) {
            Schema.CURRENT.create(database);
        }

        complains(file, "holds no study");
    }

    private Path filled() {
        var file = Sample.create(folder);
        try (var store = Sample.write(file)) {
            store.append(LongStream.range(1, 3000)
                    .mapToObj(p -> new Logged(p, Sample.NOW, new StudyEvent.Closed("why " + p))).toList()).await();
        }
        return file;
    }

    @Test
    void anEventThatIsDamaged_isNamed() throws Exception {
        var file = filled();
        try (var database = Databases.write(file, Journal.SHARED, Durability.PROCESS_END)) {
            Sql.run(database, "UPDATE event SET body = '{\"why\":' WHERE position = 1234");
        }

        try (var view = SqliteView.open("sample", file)) {
            assertThatThrownBy(() -> view.events(0, logged -> {})).isInstanceOf(StoreException.class)
                    .hasMessageContaining("event 1234 in").hasMessageContaining("cannot be read");
        }
    }

    @Test
    void aFileThatWasCutShort() throws Exception {
        var file = filled();
        try (var bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.setLength(bytes.length() / 2);
        }

        refuses(file, "damaged or cut short", ".recover");
    }

    @Test
    void aFileWithAHoleInItsMiddle() throws Exception {
        var file = filled();
        try (var bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(bytes.length() / 2);
            bytes.write(new byte[20_000]);
        }

        try (var view = SqliteView.open("sample", file)) {
            assertThatThrownBy(() -> view.events(0, logged -> {})).isInstanceOf(StoreException.class)
                    .hasMessageContaining("damaged");
        }
    }

    @Test
    void aFolderThatMayNotBeWritten_isReadAllTheSame() throws Exception {
        var file = filled();
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-xr-xr-x"));
        try (var view = SqliteView.open("sample", file)) {
            assertThat(view.length()).isEqualTo(3000);
            assumeTrue(!Files.isWritable(folder), "permissions mean nothing to this user");
            assertThatThrownBy(() -> Sample.write(file)).isInstanceOf(StoreException.class)
                    .hasMessageContaining(file.toString()).hasMessageContaining("chmod");
        } finally {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    @Test
    void pathsWithStrangeCharacters_areNoTrouble() throws Exception {
        var strange = Files.createDirectory(folder.resolve("a b?c#d%41é&mode=memory"));
        var file = Sample.create(strange);
        try (var store = Sample.write(file)) {
            Sample.append(store, new StudyEvent.StudyPaused());
        }

        try (var view = SqliteView.open("sample", file)) {
            assertThat(view.length()).isEqualTo(2);
        }
        try (var entries = Files.list(folder)) {
            assertThat(entries).containsExactly(strange);
        }
    }
}
