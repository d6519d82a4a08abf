package dev.sextant.store.sqlite;

import dev.sextant.engine.port.StoreException;
import dev.sextant.engine.port.StudyView;
import dev.sextant.model.event.Logged;
import dev.sextant.model.event.StudyEvent;
import dev.sextant.model.study.Settings;
import dev.sextant.model.study.StudySpec;
import dev.sextant.model.trial.TrialRecord;
import dev.sextant.wire.event.EventForm;
import dev.sextant.wire.tree.FormException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Reads the database of a study, also while another process writes it, and neither waits for the writer nor keeps it
/// waiting. Thread-safe.
///
/// The study has the name under which it is opened, whatever it was called when it was created.
public final class SqliteView implements StudyView, AutoCloseable {
    /// Rows a reading of the log holds the database for; a slow reader must not keep the write-ahead log from being reused.
    private static final int ROWS_AT_ONCE = 1_000;

    private final Fault fault;
    private final Readers readers;
    private volatile Identity identity;

    private SqliteView(Fault fault, Readers readers, Identity identity) {
        this.fault = fault;
        this.readers = readers;
        this.identity = identity;
    }

    /// Opens a database for reading, on a file system that all its readers and its writer share memory over.
    ///
    /// @param study the name to give it
    /// @throws StoreException if it is missing, damaged, of another program, or of a newer Sextant
    public static SqliteView open(String study, Path file) {
        return reading(study, file, () -> beside(file));
    }

    /// Opens the snapshot of a database whose file system machines share: the study as it was when the snapshot was made.
    ///
    /// @param file the database itself
    /// @throws StoreException as [#open], or if there is no snapshot
    public static SqliteView snapshot(String study, Path file) {
        var snapshot = Snapshots.of(file);
        if (Files.exists(snapshot)) {
            return reading(study, snapshot, () -> Databases.readFrozen(snapshot));
        }
        if (hasLog(file)) {
            throw new Fault(study, file).saying("""
                    %s was not closed, and its file system has no shared memory to read it by.
                    Continue the study here once; then it can be read.""".formatted(file));
        }
        return reading(study, file, () -> Databases.readFrozen(file));
    }

    private static SqliteView reading(String study, Path file, Readers.Opening opening) {
        var fault = new Fault(study, file);
        fault.requireFile();
        try {
            try (var database = opening.open()) {
                Schema.CURRENT.check(database, fault);
            }
            return over(fault, new Readers.Many(opening));
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

    /// A view through connections to a database that was checked; they are closed if it holds no study.
    static SqliteView over(Fault fault, Readers readers) throws SQLException {
        boolean opened = false;
        try {
            var view = new SqliteView(fault, readers, readers.ask(database -> Identity.read(database, fault)));
            opened = true;
            return view;
        } finally {
            if (!opened) {
                readers.close();
            }
        }
    }

    @Override
    public StudySpec spec() {
        return identity.spec();
    }

    /// Notices if the study was taken into another space meanwhile.
    void refresh() {
        if (ask(LogTable::countOfEvolutions) != identity.evolutions()) {
            identity = ask(database -> Identity.read(database, fault));
        }
    }

    @Override
    public Settings settings() {
        var row = ask(LogTable::settings).orElseThrow(() -> fault.saying(
                "%s is damaged: it does not say which settings hold.".formatted(fault.file())));
        return switch (event(row)) {
            case StudyEvent.Created created -> created.settings();
            case StudyEvent.Evolved evolved -> evolved.settings();
            case StudyEvent.Changed changed -> changed.settings();
            case StudyEvent other -> throw fault.saying("%s is damaged: event %d should hold settings, not %s."
                    .formatted(fault.file(), row.position(), other));
        };
    }

    /// Whether the study is paused: nothing new is started in it until somebody resumes it. Reads the log backwards to
    /// the last such event.
    public boolean isPaused() {
        return ask(LogTable::isPaused);
    }

    @Override
    public long length() {
        return ask(LogTable::length);
    }

    @Override
    public void events(long from, Consumer<Logged> reader) {
        refresh();
        long end = length();
        Ahead.inParts(from, end, ROWS_AT_ONCE, start -> part(start, Math.min(end, start + ROWS_AT_ONCE)), reader);
    }

    private List<Logged> part(long first, long end) {
        var text = ask(database -> LogTable.text(database, first, end - 1));
        try {
            return text.map(json -> EventForm.readAll(json, identity.everything())).orElse(List.of()).stream().map(this::known).toList();
        } catch (FormException damaged) {
            return ask(database -> LogTable.rows(database, first, end - 1)).stream().map(this::logged).toList();
        }
    }

    /// One by one, to say which cannot be read.
    private Logged logged(LogTable.Row row) {
        return new Logged(row.position(), row.at(), event(row));
    }

    private Logged known(Logged logged) {
        return new Logged(logged.position(), logged.at(), named(logged.event()));
    }

    private StudyEvent named(StudyEvent event) {
        return event instanceof StudyEvent.Created(var made, var settings) ? new StudyEvent.Created(made.named(fault.study()), settings)
                : event instanceof StudyEvent.Evolved(var evolved, var now) ? new StudyEvent.Evolved(evolved.named(fault.study()), now)
                : event;
    }

    private StudyEvent event(LogTable.Row row) {
        try {
            return named(EventForm.read(row.kind(), row.body(), identity.everything()));
        } catch (FormException unreadable) {
            throw fault.unreadable(row.position(), unreadable);
        }
    }

    @Override
    public Optional<TrialRecord> trial(int number) {
        return ask(database -> TrialTable.one(database, number));
    }

    @Override
    public void trials(Consumer<TrialRecord> reader) {
        list(TrialTable::all, reader);
    }

    private <T> T ask(Readers.Question<T> question) {
        try {
            return readers.ask(question);
        } catch (SQLException failed) {
            throw fault.of(failed);
        }
    }

    private <T> void list(Readers.Listing<T> listing, Consumer<T> reader) {
        try {
            readers.list(listing, reader);
        } catch (SQLException failed) {
            throw fault.of(failed);
        }
    }

    /// Lets go of the file. Idempotent.
    @Override
    public void close() {
        try {
            readers.close();
        } catch (SQLException failed) {
            throw fault.of(failed);
        }
    }
}
