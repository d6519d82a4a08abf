package dev.sextant.store.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/// The few shapes in which this room speaks to JDBC.
public final class Sql {
    private Sql() {}

    public static void run(Connection database, String statement) throws SQLException {
        try (var running = database.createStatement()) {
            running.execute(statement);
        }
    }

    /// Runs a statement that changes rows.
    ///
    /// @return how many it changed
    public static int changed(Connection database, String statement) throws SQLException {
        try (var running = database.createStatement()) {
            return running.executeUpdate(statement);
        }
    }

    /// The number that a query answers; 0 if it answers nothing or NULL.
    public static long number(Connection database, String query) throws SQLException {
        try (var asking = database.createStatement(); var answer = asking.executeQuery(query)) {
            return answer.next() ? answer.getLong(1) : 0;
        }
    }

    public static void set(PreparedStatement statement, int index, OptionalLong number) throws SQLException {
        if (number.isPresent()) {
            statement.setLong(index, number.getAsLong());
        } else {
            statement.setNull(index, Types.INTEGER);
        }
    }

    public static void set(PreparedStatement statement, int index, Optional<Instant> time) throws SQLException {
        set(statement, index, time.map(t -> OptionalLong.of(t.toEpochMilli())).orElseGet(OptionalLong::empty));
    }

    public static Instant time(ResultSet row, int column) throws SQLException {
        return Instant.ofEpochMilli(row.getLong(column));
    }

    public static Optional<Instant> optionalTime(ResultSet row, int column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }
}
