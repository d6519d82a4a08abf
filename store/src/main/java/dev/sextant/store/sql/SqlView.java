package dev.sextant.store.sql;

import dev.sextant.engine.port.StoreException;
import dev.sextant.model.event.Logged;
import dev.sextant.model.event.StudyEvent;
import dev.sextant.model.study.Remarks;
import dev.sextant.model.study.Settings;
import dev.sextant.model.study.StudySpec;
import dev.sextant.model.trial.TrialRecord;
import dev.sextant.store.study.StoredView;
import dev.sextant.wire.event.EventForm;
import dev.sextant.wire.tree.FormException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/// Reads the database of a study, also while another process writes it, and neither waits for the writer nor keeps it
/// waiting. Thread-safe.
///
/// The study has the name under which it is opened, whatever it was called when it was created.
public final class SqlView implements StoredView {
    /// Rows a reading of the log holds the database for; a slow reader must not keep the write-ahead log from being reused.
    private static final int ROWS_AT_ONCE = 1_000;

    private final Fault fault;
    private final Readers readers;
    private final LogTable log;
    private final TrialTable trials;
    private volatile Identity identity;

    private SqlView(Fault fault, Dialect dialect, Readers readers) throws SQLException {
        this.fault = fault;
        this.readers = readers;
        this.log = new LogTable(dialect);
        this.trials = new TrialTable(dialect);
        this.identity = readers.ask(database -> Identity.read(database, log, fault));
    }

    /// A view through connections to a database that was checked; they are closed if it holds no study.
    public static SqlView over(Fault fault, Dialect dialect, Readers readers) throws SQLException {
        boolean opened = false;
        try {
            var view = new SqlView(fault, dialect, readers);
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
        if (ask(log::countOfEvolutions) != identity.evolutions()) {
            identity = ask(database -> Identity.read(database, log, fault));
        }
    }

    @Override
    public Settings settings() {
        var row = ask(log::settings).orElseThrow(() -> fault.saying(
                "%s is damaged: it does not say which settings hold.".formatted(fault.place())));
        return switch (event(row)) {
            case StudyEvent.Created created -> created.settings();
            case StudyEvent.Evolved evolved -> evolved.settings();
            case StudyEvent.Changed changed -> changed.settings();
            case StudyEvent other -> throw fault.saying("%s is damaged: event %d should hold settings, not %s."
                    .formatted(fault.place(), row.position(), other));
        };
    }

    @Override
    public boolean isPaused() {
        return ask(log::isPaused);
    }

    @Override
    public boolean isBegun() {
        return ask(log::isBegun);
    }

    @Override
    public long length() {
        return ask(log::length);
    }

    @Override
    public void events(long from, Consumer<Logged> reader) {
        refresh();
        long end = length();
        Ahead.inParts(from, end, ROWS_AT_ONCE, start -> part(start, Math.min(end, start + ROWS_AT_ONCE)), part -> part.forEach(reader));
    }

    @Override
    public void eventsOf(int trial, Consumer<Logged> reader) {
        refresh();
        ask(database -> log.ofTrial(database, trial)).stream().map(this::logged).forEach(reader);
    }

    @Override
    public SequencedMap<Integer, Remarks> remarks() {
        var remarks = new TreeMap<Integer, Remarks>();
        for (var row : ask(log::notes)) {
            if (event(row) instanceof StudyEvent.Noted(int trial, Remarks written)) {
                remarks.put(trial, written);
            }
        }
        return remarks;
    }

    private List<Logged> part(long first, long end) {
        var text = ask(database -> log.text(database, first, end - 1));
        try {
            return text.map(json -> EventForm.readAll(json, identity.everything())).orElse(List.of()).stream().map(this::known).toList();
        } catch (FormException damaged) {
            return ask(database -> log.rows(database, first, end - 1)).stream().map(this::logged).toList();
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
        return ask(database -> trials.one(database, number));
    }

    @Override
    public void trials(Consumer<TrialRecord> reader) {
        list(trials::all, reader);
    }

    @Override
    public void trialsInParts(Consumer<List<TrialRecord>> reader) {
        int count = ask(trials::count);
        Ahead.inParts(0, count, ROWS_AT_ONCE, from -> ask(database -> trials.some(database, (int) from, Math.min(count, (int) from + ROWS_AT_ONCE))), reader);
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

    @Override
    public void close() {
        try {
            readers.close();
        } catch (SQLException failed) {
            throw fault.of(failed);
        }
    }
}
