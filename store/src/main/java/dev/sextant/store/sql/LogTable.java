package dev.sextant.store.sql;

import dev.sextant.model.event.StudyEvent;
import dev.sextant.wire.event.EventForm;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads the table of events. Thread-safe as far as the connections are.
public record LogTable(Dialect dialect) {
    private static final String PASSAGES = "'opened', 'closed', 'abandoned', 'study_paused', 'study_resumed'";
    private static final String PAUSED = EventForm.kind(new StudyEvent.StudyPaused());
    private static final String RESUMED = EventForm.kind(new StudyEvent.StudyResumed());
    private static final String OPENED = EventForm.kind(new StudyEvent.Opened(""));
    private static final String CLOSED = EventForm.kind(new StudyEvent.Closed(""));
    private static final String ABANDONED = EventForm.kind(new StudyEvent.Abandoned(""));

    /// One event as it is kept.
    record Row(long position, Instant at, String kind, String body) {}

    /// The events of a range of positions, both ends included.
    List<Row> rows(Connection database, long first, long last) throws SQLException {
        try (var reading = select(database, "position, at, kind, body", "position BETWEEN ? AND ? ORDER BY position")) {
            reading.setLong(1, first);
            reading.setLong(2, last);
            return rows(reading);
        }
    }

    /// The events of one trial, oldest first. Looks at every event, but reads only those.
    List<Row> ofTrial(Connection database, int trial) throws SQLException {
        try (var reading = select(database, "position, at, kind, body", "trial = ? ORDER BY position")) {
            reading.setInt(1, trial);
            return rows(reading);
        }
    }

    /// The events in which people wrote on trials, oldest first. An index holds them.
    List<Row> notes(Connection database) throws SQLException {
        try (var reading = select(database, "position, at, kind, body", "kind = 'noted' ORDER BY position")) {
            return rows(reading);
        }
    }

    private PreparedStatement select(Connection database, String what, String which) throws SQLException {
        return database.prepareStatement("SELECT %s FROM event WHERE %s AND %s".formatted(what, dialect.mine(), which));
    }

    /// The events of a range of positions, both ends included, in the one text that `EventForm` reads all at once: a
    /// call into the database for all of them instead of five for each. Empty if there are none.
    Optional<String> text(Connection database, long first, long last) throws SQLException {
        try (var reading = database.prepareStatement("""
                SELECT '[' || string_agg('[' || position || ',' || at || ',"' || kind || '",' || body || ']', ',') || ']'
                FROM (SELECT position, at, kind, body FROM event WHERE %s AND position BETWEEN ? AND ? ORDER BY position) AS part"""
                .formatted(dialect.mine()))) {
            reading.setLong(1, first);
            reading.setLong(2, last);
            try (var row = reading.executeQuery()) {
                return row.next() ? Optional.ofNullable(row.getString(1)) : Optional.empty();
            }
        }
    }

    /// The event that brought the settings that hold now.
    Optional<Row> settings(Connection database) throws SQLException {
        try (var reading = select(database, "position, at, kind, body", "position = (%s)".formatted(dialect.settings()))) {
            return rows(reading).stream().findFirst();
        }
    }

    /// Whether the last event that paused or resumed the study paused it.
    boolean isPaused(Connection database) throws SQLException {
        return isLast(database, PAUSED, List.of(PAUSED, RESUMED));
    }

    /// Whether a process began to run the study and has not said that it stopped.
    boolean isBegun(Connection database) throws SQLException {
        return isLast(database, OPENED, List.of(OPENED, CLOSED, ABANDONED));
    }

    /// Whether the last event of some kinds is of one of them. An index holds all [#PASSAGES], and is used where those are named as it
    /// names them.
    private boolean isLast(Connection database, String wanted, List<String> kinds) throws SQLException {
        try (var reading = select(database, "kind", "kind IN (%s) AND kind IN ('%s') ORDER BY position DESC LIMIT 1".formatted(PASSAGES, String.join("', '", kinds)));
                var row = reading.executeQuery()) {
            return row.next() && row.getString(1).equals(wanted);
        }
    }

    private static List<Row> rows(PreparedStatement reading) throws SQLException {
        var rows = new ArrayList<Row>();
        try (var row = reading.executeQuery()) {
            while (row.next()) {
                rows.add(new Row(row.getLong(1), Sql.time(row, 2), row.getString(3), row.getString(4)));
            }
        }
        return rows;
    }

    /// The events by which the study was taken into other spaces, oldest first. An index holds them.
    List<Row> evolutions(Connection database) throws SQLException {
        try (var reading = select(database, "position, at, kind, body", "kind = 'evolved' ORDER BY position")) {
            return rows(reading);
        }
    }

    /// How many of these there are.
    long countOfEvolutions(Connection database) throws SQLException {
        return Sql.number(database, "SELECT count(*) FROM event WHERE %s AND kind = 'evolved'".formatted(dialect.mine()));
    }

    /// How many events there are.
    public long length(Connection database) throws SQLException {
        return Sql.number(database, "SELECT max(position) + 1 FROM event WHERE %s".formatted(dialect.mine()));
    }
}
