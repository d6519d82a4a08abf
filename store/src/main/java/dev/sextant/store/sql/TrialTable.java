package dev.sextant.store.sql;

import dev.sextant.model.trial.Origin;
import dev.sextant.model.trial.TrialRecord;
import dev.sextant.model.trial.TrialState;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/// Reads the table of trials. Thread-safe as far as the connections are.
public record TrialTable(Dialect dialect) {
    private static final int ROWS_AT_ONCE = 1_000;

    /// Finds trials by number, again and again.
    public PreparedStatement finding(Connection database) throws SQLException {
        return select(database, "number = ?");
    }

    private PreparedStatement select(Connection database, String which) throws SQLException {
        return database.prepareStatement("""
                SELECT number, attempt, state, parameters, metrics, origin, created, started, finished, why, reason, last_lines, %s
                FROM trial WHERE %s AND %s""".formatted(dialect.fidelity(database), dialect.mine(), which));
    }

    /// The trial of a number.
    ///
    /// @param finding made by [#finding]
    public Optional<TrialRecord> found(PreparedStatement finding, int number) throws SQLException {
        finding.setInt(1, number);
        try (var row = finding.executeQuery()) {
            return row.next() ? Optional.of(trial(row)) : Optional.empty();
        }
    }

    /// One trial.
    public Optional<TrialRecord> one(Connection database, int number) throws SQLException {
        try (var finding = finding(database)) {
            return found(finding, number);
        }
    }

    /// Hands over all trials by rising number.
    void all(Connection database, Consumer<TrialRecord> reader) throws SQLException {
        try (var all = select(database, "TRUE ORDER BY number")) {
            all.setFetchSize(ROWS_AT_ONCE);
            try (var row = all.executeQuery()) {
                while (row.next()) {
                    reader.accept(trial(row));
                }
            }
        }
    }

    /// The trials of some numbers, rising; `to` is not among them.
    List<TrialRecord> some(Connection database, int from, int to) throws SQLException {
        try (var some = select(database, "number >= ? AND number < ? ORDER BY number")) {
            some.setInt(1, from);
            some.setInt(2, to);
            var found = new ArrayList<TrialRecord>();
            try (var row = some.executeQuery()) {
                while (row.next()) {
                    found.add(trial(row));
                }
            }
            return found;
        }
    }

    /// How many trials there are.
    int count(Connection database) throws SQLException {
        return (int) Sql.number(database, "SELECT coalesce(max(number) + 1, 0) FROM trial WHERE %s".formatted(dialect.mine()));
    }

    private TrialRecord trial(ResultSet row) throws SQLException {
        return new TrialRecord(row.getInt(1), row.getInt(2), TrialState.of(row.getString(3)), TrialText.configuration(row.getString(4)),
                TrialText.metrics(row.getString(5)), Origin.valueOf(row.getString(6).toUpperCase(Locale.ROOT)), Sql.time(row, 7),
                Sql.optionalTime(row, 8), Sql.optionalTime(row, 9), said(row, 10), said(row, 11), said(row, 12), fidelity(row));
    }

    private String said(ResultSet row, int column) throws SQLException {
        return dialect.said(row.getString(column));
    }

    private static OptionalLong fidelity(ResultSet row) throws SQLException {
        long fidelity = row.getLong(13);
        return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(fidelity);
    }
}
