package dev.sextant.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.engine.port.StoreException;
import dev.sextant.model.event.StudyEvent;
import dev.sextant.model.study.Settings;
import dev.sextant.model.trial.TrialRecord;
import dev.sextant.store.sql.LogTable;
import dev.sextant.store.sql.Sql;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Readers beside a writer, and what a store leaves behind.
class SqliteStoreBesideOthersTest {
    @TempDir
    Path folder;

    @Test
    void aReaderSeesWhatIsDurable_whileTheStudyIsWritten() {
        var file = Sample.create(folder);
        try (var store = Sample.write(file); var view = SqliteView.open("sample", file)) {
            Sample.append(store, new StudyEvent.StudyPaused());
            assertThat(view.length()).isEqualTo(2);
            view.trials(trial -> {});
            Sample.append(store, new StudyEvent.StudyResumed());
            assertThat(view.length()).isEqualTo(3);
        }
    }

    @Test
    void aReaderThatHoldsOnDoesNotKeepTheWriterWaiting() throws Exception {
        var file = Sample.create(folder);
        try (var store = Sample.write(file); var reader = Databases.read(file)) {
            Sql.run(reader, "BEGIN");
            assertThat(new LogTable(SqliteDialect.ONLY).length(reader)).isEqualTo(1);

            Sample.append(store, new StudyEvent.StudyPaused());

            assertThat(new LogTable(SqliteDialect.ONLY).length(reader)).isEqualTo(1);
        }
    }

    @Test
    void aClosedStudyIsOneFile() throws Exception {
        Sample.write(Sample.create(folder)).close();

        try (var entries = Files.list(folder)) {
            assertThat(entries).containsExactly(folder.resolve("study.db"));
        }
    }

    @Test
    void aStudyHasTheNameItIsOpenedBy() {
        var file = Sample.create(folder);
        try (var store = SqliteStore.open("other", file, Journal.SHARED, Durability.POWER_LOSS)) {
            assertThat(store.spec()).isEqualTo(Sample.spec("other"));
            store.events(0, first -> assertThat(first.event())
                    .isEqualTo(new StudyEvent.Created(Sample.spec("other"), Settings.STANDARD)));
        }
    }

    @Test
    void aStoreThatRefusesKeepsWhatItHadAndTakesNothingMore() {
        var file = Sample.create(folder);
        try (var store = Sample.write(file)) {
            Sample.append(store, new StudyEvent.StudyPaused());
            store.refuse(new StoreException("gone"));

            var receipt = Sample.take(store, new StudyEvent.StudyResumed());

            assertThatThrownBy(receipt::await).isInstanceOf(StoreException.class).hasMessage("gone");
            assertThat(store.length()).isEqualTo(2);
        }
    }

    @Test
    void anEventThatCannotBeWrittenFailsItsReceiptAndAllLaterOnes() {
        var file = Sample.create(folder);
        try (var store = Sample.write(file)) {
            var unmade = Sample.take(store, new StudyEvent.Cancelled(5, "no such trial"));

            assertThatThrownBy(unmade::await).isInstanceOf(StoreException.class).hasMessageContaining("trial 5");
            var later = Sample.take(store, new StudyEvent.StudyPaused());
            assertThatThrownBy(later::await).isInstanceOf(StoreException.class);
        }
        try (var view = SqliteView.open("sample", file)) {
            assertThat(view.length()).isEqualTo(1);
        }
    }

    @Test
    void anOlderDatabaseIsBroughtUpToDate() throws Exception {
        var newer = new Schema(Stream.concat(Schema.CURRENT.migrations().stream(),
                Stream.of(List.of("CREATE TABLE remark (text TEXT)"))).toList());
        try (var database = Databases.create(Sample.create(folder))) {
            newer.migrate(database, newer.check(database, new SqliteFault("sample", folder)));

            assertThat(Sql.number(database, "PRAGMA user_version")).isEqualTo(newer.migrations().size());
            assertThat(Sql.number(database, "SELECT count(*) FROM remark")).isZero();
            assertThat(new LogTable(SqliteDialect.ONLY).length(database)).isEqualTo(1);
        }
    }

    @Test
    void anOlderDatabaseIsReadAsItIs() throws Exception {
        var file = Sample.create(folder);
        try (var database = Databases.create(file)) {
            Sql.run(database, "ALTER TABLE trial DROP COLUMN fidelity");
            Sql.run(database, "PRAGMA user_version = 1");
            Sql.run(database, """
                    INSERT INTO trial VALUES (0, 1, 'complete', '{"x":1}', '{"loss":0.5}', 'strategy', 0, 1, 2, '', '', '')""");
        }
        try (var view = SqliteView.open("sample", file)) {
            var trials = new ArrayList<TrialRecord>();
            view.trials(trials::add);
            assertThat(trials).hasSize(1).allSatisfy(t -> assertThat(t.fidelity()).isEmpty());
            assertThat(view.trial(0)).contains(trials.getFirst());
        }
    }
}
