package dev.sextant.store.sqlite;

import dev.sextant.model.event.Logged;
import dev.sextant.model.trial.TrialRecord;
import dev.sextant.store.sql.Change;
import dev.sextant.store.sql.EventRow;
import dev.sextant.store.sql.Ledger;
import dev.sextant.store.sql.Sql;
import dev.sextant.store.sql.TrialTable;
import dev.sextant.store.sql.TrialText;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/// Writes events, and the tables that are folded from them, in one transaction each time. Not thread-safe.
final class Tables implements AutoCloseable {
    private final Connection database;
    private final PreparedStatement event;
    private final PreparedStatement trial;
    private final PreparedStatement finding;
    private final Ledger ledger;

    Tables(Connection database) throws SQLException {
        this.database = database;
        database.setAutoCommit(false);
        var trials = new TrialTable(SqliteDialect.ONLY);
        event = database.prepareStatement("INSERT INTO event (position, kind, trial, attempt, at, body) VALUES (?, ?, ?, ?, ?, ?)");
        trial = database.prepareStatement("""
                REPLACE INTO trial (number, attempt, state, parameters, metrics, origin, created, started, finished, why, reason,
                last_lines, fidelity) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""");
        finding = trials.finding(database);
        ledger = new Ledger(number -> trials.found(finding, number));
    }

    /// Writes events and commits; if that fails, nothing of them stays and the tables are not written again.
    void write(List<Logged> events) throws SQLException {
        boolean kept = false;
        try {
            write(ledger.fold(events));
            database.commit();
            kept = true;
        } finally {
            if (!kept) {
                rollBack();
            }
        }
    }

    private void write(Change change) throws SQLException {
        for (var logged : change.events()) {
            add(EventRow.of(logged));
        }
        if (change.settings().isPresent()) {
            Sql.run(database, "REPLACE INTO study (only, settings) VALUES (1, %d)".formatted(change.settings().getAsLong()));
        }
        for (var record : change.trials()) {
            put(record);
        }
    }

    private void add(EventRow row) throws SQLException {
        event.setLong(1, row.position());
        event.setString(2, row.kind());
        Sql.set(event, 3, row.trial());
        Sql.set(event, 4, row.attempt());
        event.setLong(5, row.at());
        event.setString(6, row.body());
        event.executeUpdate();
    }

    private void put(TrialRecord record) throws SQLException {
        trial.setInt(1, record.trial());
        trial.setInt(2, record.attempt());
        trial.setString(3, record.state().word());
        trial.setString(4, TrialText.of(record.configuration()));
        trial.setString(5, TrialText.of(record.metrics()));
        trial.setString(6, record.origin().word());
        trial.setLong(7, record.created().toEpochMilli());
        Sql.set(trial, 8, record.started());
        Sql.set(trial, 9, record.finished());
        trial.setString(10, record.why());
        trial.setString(11, record.reason());
        trial.setString(12, record.lastLines());
        Sql.set(trial, 13, record.fidelity());
        trial.executeUpdate();
    }

    /// SQLite undoes some failed transactions by itself and then refuses to do it again; either way nothing stays.
    private void rollBack() {
        try {
            database.rollback();
        } catch (SQLException _) {
            return;
        }
    }

    @Override
    public void close() throws SQLException {
        event.close();
        trial.close();
        finding.close();
    }
}
