package dev.sextant.store.sqlite;

import dev.sextant.engine.port.StoreException;
import dev.sextant.engine.port.StudyStore;
import dev.sextant.model.event.Logged;
import dev.sextant.model.event.StudyEvent;
import dev.sextant.model.study.Settings;
import dev.sextant.model.study.StudySpec;
import dev.sextant.model.trial.TrialRecord;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// A study in a SQLite database, opened by its only writer. Thread-safe.
///
/// Who opens it must hold the study, as [dev.sextant.store.home] sees to. Appends of many threads share commits; a
/// commit of one event takes about 50 µs, of a hundred ten times that. After a failed commit nothing more is taken:
/// close the store and open the study again.
public final class SqliteStore implements StudyStore {
    private final Commits commits;
    private final SqliteView view;

    private SqliteStore(Commits commits, SqliteView view) {
        this.commits = commits;
        this.view = view;
    }

    /// Makes the database of a new study that knows nothing; otherwise as
    /// [#create(Path, StudyEvent.Created, List, Instant)].
    public static void create(Path file, StudySpec spec, Settings settings, Instant now) {
        create(file, new StudyEvent.Created(spec, settings), List.of(), now);
    }

    /// Makes the database of a new study, whose log holds that it was created. Nothing is left open.
    ///
    /// @param file must not exist
    /// @param memories what it knows from the start
    /// @throws StoreException if that fails; a part of the file may be left
    public static void create(Path file, StudyEvent.Created created, List<StudyEvent.Remembered> memories, Instant now) {
        var fault = new Fault(created.spec().name(), file);
        try (var database = Databases.create(file)) {
            database.setAutoCommit(false);
            Schema.CURRENT.create(database);
            try (var ledger = new Ledger(database)) {
                var events = new ArrayList<>(List.of(new Logged(0, now, created)));
                memories.forEach(memory -> events.add(new Logged(events.size(), now, memory)));
                ledger.write(events);
            }
        } catch (SQLException failed) {
            throw fault.of(failed);
        }
    }

    /// Opens a database for writing, and brings it up to date if an older Sextant wrote it.
    ///
    /// @param study the name to give it
    /// @throws StoreException if it is missing, damaged, of another program, of a newer Sextant, or may not be written;
    ///     then it was left as it is
    public static SqliteStore open(String study, Path file, Journal journal, Durability durability) {
        var fault = new Fault(study, file);
        fault.requireFile();
        try {
            if (journal == Journal.SHARED) {
                checkUntouched(fault);
            }
            return over(fault, Databases.write(file, journal, durability), journal);
        } catch (SQLException failed) {
            throw fault.of(failed);
        }
    }

    /// Merely opening a database for writing may change it: its log is folded in.
    private static void checkUntouched(Fault fault) throws SQLException {
        try (var database = Databases.read(fault.file())) {
            Schema.CURRENT.check(database, fault);
        }
    }

    private static SqliteStore over(Fault fault, Connection database, Journal journal) throws SQLException {
        boolean opened = false;
        try {
            int version = Schema.CURRENT.check(database, fault);
            var writing = new Writing(fault, database, journal, version);
            var view = SqliteView.over(fault, writing.readers());
            var commits = Commits.start(fault.study(), view.length(), writing);
            opened = true;
            return new SqliteStore(commits, view);
        } finally {
            if (!opened) {
                database.close();
            }
        }
    }

    @Override
    public Receipt append(List<Logged> events) {
        var receipt = commits.take(events);
        return events.stream().noneMatch(logged -> logged.event() instanceof StudyEvent.Evolved) ? receipt : () -> {
            receipt.await();
            view.refresh();
        };
    }

    /// Takes nothing more; what was taken and is not yet durable may be lost. For a holder who has lost the study.
    public void refuse(StoreException why) {
        commits.refuse(why);
    }

    @Override
    public StudySpec spec() {
        return view.spec();
    }

    @Override
    public Settings settings() {
        return view.settings();
    }

    @Override
    public long length() {
        return view.length();
    }

    @Override
    public void events(long from, Consumer<Logged> reader) {
        view.events(from, reader);
    }

    @Override
    public Optional<TrialRecord> trial(int number) {
        return view.trial(number);
    }

    @Override
    public void trials(Consumer<TrialRecord> reader) {
        view.trials(reader);
    }

    @Override
    public void close() {
        view.close();
        commits.close();
    }
}
