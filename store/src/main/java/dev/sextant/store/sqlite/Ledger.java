package dev.sextant.store.sqlite;

import dev.sextant.engine.port.TrialFold;
import dev.sextant.model.event.Logged;
import dev.sextant.model.event.StudyEvent;
import dev.sextant.model.trial.TrialRecord;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Writes events, and the tables that are folded from them, in one transaction each time. Not thread-safe.
///
/// A trial is written once a transaction, however many of its events are in it. Trials that are not over are kept in
/// memory, so that what a commit costs does not grow with the study.
final class Ledger implements AutoCloseable {
    private final Connection database;
    private final LogTable log;
    private final TrialTable trials;
    private final Map<Integer, TrialRecord> open = new HashMap<>();

    Ledger(Connection database) throws SQLException {
        this.database = database;
        database.setAutoCommit(false);
        log = new LogTable(database);
        trials = new TrialTable(database);
    }

    /// Writes events and commits; if that fails, nothing of them stays and the ledger is not used again.
    void write(List<Logged> events) throws SQLException {
        boolean kept = false;
        try {
            add(events);
            database.commit();
            kept = true;
        } finally {
            if (!kept) {
                rollBack();
            }
        }
    }

    private void add(List<Logged> events) throws SQLException {
        var changed = new LinkedHashMap<Integer, TrialRecord>();
        for (var logged : events) {
            log.add(logged);
            switch (logged.event()) {
                case StudyEvent.OfTrial event -> {
                    var before = event instanceof StudyEvent.Proposed ? Optional.<TrialRecord>empty() : find(event.trial(), changed);
                    var record = TrialFold.next(before, logged, event);
                    changed.put(event.trial(), record);
                }
                case StudyEvent.Created _, StudyEvent.Evolved _, StudyEvent.Changed _ -> settingsAt(logged.position());
                case StudyEvent.Remembered _, StudyEvent.Opened _, StudyEvent.StudyPaused _, StudyEvent.StudyResumed _, StudyEvent.Closed _,
                        StudyEvent.Abandoned _ -> {}
            }
        }
        for (var record : changed.values()) {
            put(record);
        }
    }

    private Optional<TrialRecord> find(int number, Map<Integer, TrialRecord> changed) throws SQLException {
        var record = changed.getOrDefault(number, open.get(number));
        return record != null ? Optional.of(record) : trials.find(number);
    }

    private void put(TrialRecord record) throws SQLException {
        trials.put(record);
        if (record.state().isFinal()) {
            open.remove(record.trial());
        } else {
            open.put(record.trial(), record);
        }
    }

    private void settingsAt(long position) throws SQLException {
        Sql.run(database, "REPLACE INTO study (only, settings) VALUES (1, %d)".formatted(position));
    }

    /// SQLite undoes some failed transactions by itself and then refuses to do it again; either way nothing stays.
    private void rollBack() {
        try {
            database.rollback();
        } catch (SQLException _) {
            open.clear();
        }
    }

    @Override
    public void close() throws SQLException {
        log.close();
        trials.close();
    }
}
