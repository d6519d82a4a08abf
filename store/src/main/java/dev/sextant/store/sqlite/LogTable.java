package dev.sextant.store.sqlite;

import dev.sextant.model.event.Logged;
import dev.sextant.model.event.StudyEvent;
import dev.sextant.wire.event.EventForm;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Writes and reads the table of events. Not thread-safe.
final class LogTable implements AutoCloseable {
    private final PreparedStatement insert;

    LogTable(Connection database) throws SQLException {
        insert = database.prepareStatement("INSERT INTO event (position, kind, trial, attempt, at, body) VALUES (?, ?, ?, ?, ?, ?)");
    }

    void add(Logged logged) throws SQLException {
        var event = logged.event();
        insert.setLong(1, logged.position());
        insert.setString(2, EventForm.kind(event));
        Sql.set(insert, 3, event instanceof StudyEvent.OfTrial concerned ? OptionalLong.of(concerned.trial()) : OptionalLong.empty());
        Sql.set(insert, 4, attempt(event));
        insert.setLong(5, logged.at().toEpochMilli());
        insert.setString(6, EventForm.write(event));
        insert.executeUpdate();
    }

    private static OptionalLong attempt(StudyEvent event) {
        return switch (event) {
            case StudyEvent.Leased leased -> OptionalLong.of(leased.attempt());
            case StudyEvent.Measured measured -> OptionalLong.of(measured.attempt());
            case StudyEvent.Ended ended -> OptionalLong.of(ended.attempt());
            case StudyEvent.Lost lost -> OptionalLong.of(lost.attempt());
            case StudyEvent.Proposed _, StudyEvent.PutAside _, StudyEvent.Cancelled _, StudyEvent.Requeued _,
                    StudyEvent.Created _, StudyEvent.Evolved _, StudyEvent.Remembered _, StudyEvent.Changed _, StudyEvent.Opened _,
                    StudyEvent.Closed _, StudyEvent.Abandoned _, StudyEvent.StudyPaused _, StudyEvent.StudyResumed _ -> OptionalLong.empty();
        };
    }

    @Override
    public void close() throws SQLException {
        insert.close();
    }

    /// One event as it is kept.
    record Row(long position, Instant at, String kind, String body) {}

    /// The events of a range of positions, both ends included.
    static List<Row> rows(Connection database, long first, long last) throws SQLException {
        try (var reading = database.prepareStatement(
                "SELECT position, at, kind, body FROM event WHERE position BETWEEN ? AND ? ORDER BY position")) {
            reading.setLong(1, first);
            reading.setLong(2, last);
            return rows(reading);
        }
    }

    /// The events of a range of positions, both ends included, in the one text that `EventForm` reads all at once: a
    /// call into the database for all of them instead of five for each. Empty if there are none.
    static Optional<String> text(Connection database, long first, long last) throws SQLException {
        try (var reading = database.prepareStatement("""
                SELECT '[' || group_concat('[' || position || ',' || at || ',"' || kind || '",' || body || ']') || ']'
                FROM (SELECT position, at, kind, body FROM event WHERE position BETWEEN ? AND ? ORDER BY position)""")) {
            reading.setLong(1, first);
            reading.setLong(2, last);
            try (var row = reading.executeQuery()) {
                return row.next() ? Optional.ofNullable(row.getString(1)) : Optional.empty();
            }
        }
    }

    /// The event that brought the settings that hold now.
    static Optional<Row> settings(Connection database) throws SQLException {
        try (var reading = database.prepareStatement(
                "SELECT position, at, kind, body FROM event WHERE position = (SELECT settings FROM study)")) {
            return rows(reading).stream().findFirst();
        }
    }

    /// Whether the last event that paused or resumed the study paused it.
    static boolean isPaused(Connection database) throws SQLException {
        try (var reading = database.prepareStatement(
                "SELECT kind = ? FROM event WHERE kind IN (?, ?) ORDER BY position DESC LIMIT 1")) {
            var paused = EventForm.kind(new StudyEvent.StudyPaused());
            reading.setString(1, paused);
            reading.setString(2, paused);
            reading.setString(3, EventForm.kind(new StudyEvent.StudyResumed()));
            try (var row = reading.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
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
    static List<Row> evolutions(Connection database) throws SQLException {
        try (var reading = database.prepareStatement(
                "SELECT position, at, kind, body FROM event WHERE kind = 'evolved' ORDER BY position")) {
            return rows(reading);
        }
    }

    /// How many of these there are.
    static long countOfEvolutions(Connection database) throws SQLException {
        return Sql.number(database, "SELECT count(*) FROM event WHERE kind = 'evolved'");
    }

    /// How many events there are.
    static long length(Connection database) throws SQLException {
        return Sql.number(database, "SELECT max(position) + 1 FROM event");
    }
}
