package dev.sextant.store.sqlite;

import dev.sextant.model.space.Configuration;
import dev.sextant.model.trial.Metrics;
import dev.sextant.model.trial.Origin;
import dev.sextant.model.trial.TrialRecord;
import dev.sextant.model.trial.TrialState;
import dev.sextant.model.value.Value;
import dev.sextant.wire.tree.JsonTokens;
import dev.sextant.wire.tree.JsonWriter;
import dev.sextant.wire.tree.Source;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/// Writes and reads the table of trials. Not thread-safe.
final class TrialTable implements AutoCloseable {
    private static final String COLUMNS =
            "number, attempt, state, parameters, metrics, origin, created, started, finished, why, reason, last_lines, fidelity";

    private final PreparedStatement replace;
    private final PreparedStatement find;

    TrialTable(Connection database) throws SQLException {
        replace = database.prepareStatement("REPLACE INTO trial (%s) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)".formatted(COLUMNS));
        find = finding(database);
    }

    private static PreparedStatement finding(Connection database) throws SQLException {
        return database.prepareStatement("SELECT %s FROM trial WHERE number = ?".formatted(columns(database)));
    }

    /// Those of the database as it is: a reader may not bring it up to date.
    private static String columns(Connection database) throws SQLException {
        return Sql.number(database, "PRAGMA user_version") >= Schema.WITH_FIDELITY ? COLUMNS : COLUMNS.replace(", fidelity", ", NULL");
    }

    void put(TrialRecord trial) throws SQLException {
        replace.setInt(1, trial.trial());
        replace.setInt(2, trial.attempt());
        replace.setString(3, trial.state().word());
        replace.setString(4, json(trial.configuration()));
        replace.setString(5, json(trial.metrics()));
        replace.setString(6, trial.origin().word());
        replace.setLong(7, trial.created().toEpochMilli());
        Sql.set(replace, 8, trial.started());
        Sql.set(replace, 9, trial.finished());
        replace.setString(10, trial.why());
        replace.setString(11, trial.reason());
        replace.setString(12, trial.lastLines());
        replace.setObject(13, trial.fidelity().isPresent() ? trial.fidelity().getAsLong() : null);
        replace.executeUpdate();
    }

    Optional<TrialRecord> find(int number) throws SQLException {
        return found(find, number);
    }

    private static Optional<TrialRecord> found(PreparedStatement finding, int number) throws SQLException {
        finding.setInt(1, number);
        try (var row = finding.executeQuery()) {
            return row.next() ? Optional.of(trial(row)) : Optional.empty();
        }
    }

    /// One trial, for whoever only reads.
    static Optional<TrialRecord> one(Connection database, int number) throws SQLException {
        try (var finding = finding(database)) {
            return found(finding, number);
        }
    }

    /// Hands over all trials by rising number.
    static void all(Connection database, Consumer<TrialRecord> reader) throws SQLException {
        try (var all = database.prepareStatement("SELECT %s FROM trial ORDER BY number".formatted(columns(database)));
                var row = all.executeQuery()) {
            while (row.next()) {
                reader.accept(trial(row));
            }
        }
    }

    private static TrialRecord trial(ResultSet row) throws SQLException {
        return new TrialRecord(row.getInt(1), row.getInt(2), TrialState.of(row.getString(3)), configuration(row.getString(4)),
                metrics(row.getString(5)), Origin.valueOf(row.getString(6).toUpperCase(Locale.ROOT)), Sql.time(row, 7),
                Sql.optionalTime(row, 8), Sql.optionalTime(row, 9), row.getString(10), row.getString(11), row.getString(12), fidelity(row));
    }

    private static OptionalLong fidelity(ResultSet row) throws SQLException {
        long fidelity = row.getLong(13);
        return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(fidelity);
    }

    private static String json(Configuration configuration) {
        var json = new JsonWriter().startObject();
        configuration.values().forEach((name, value) -> json.name(name).value(value));
        return json.endObject().finish();
    }

    private static String json(Metrics metrics) {
        var json = new JsonWriter().startObject();
        metrics.values().forEach((name, value) -> json.name(name).number(value));
        return json.endObject().finish();
    }

    private static Configuration configuration(String text) {
        var values = new LinkedHashMap<String, Value>();
        try (var json = JsonTokens.of(Source.file("parameters", text))) {
            json.enterObject();
            while (json.nextMember()) {
                values.put(json.name(), json.value());
            }
        }
        return new Configuration(values);
    }

    private static Metrics metrics(String text) {
        var values = new LinkedHashMap<String, Double>();
        try (var json = JsonTokens.of(Source.file("metrics", text))) {
            json.enterObject();
            while (json.nextMember()) {
                values.put(json.name(), json.number());
            }
        }
        return new Metrics(values);
    }

    @Override
    public void close() throws SQLException {
        replace.close();
        find.close();
    }
}
