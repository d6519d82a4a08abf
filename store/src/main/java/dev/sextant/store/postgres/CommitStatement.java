package dev.sextant.store.postgres;

import dev.sextant.model.trial.TrialRecord;
import dev.sextant.store.sql.Dialect;
import dev.sextant.store.sql.EventRow;
import dev.sextant.store.sql.TrialText;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The one statement that is a commit: it writes the events and trials of any number of studies, if our term lasts.
///
/// One statement is one wait for the network, however much it writes. The row of the holder is locked until it is over,
/// weakly enough for signs of life; whoever wants the next term waits for it, and whoever has it makes it write nothing.
final class CommitStatement {
    private static final String TEXT = """
            WITH mine AS MATERIALIZED (SELECT term FROM holder WHERE term = ? FOR KEY SHARE),
            logged AS (
                INSERT INTO event (study, position, kind, trial, attempt, at, body)
                SELECT e.* FROM mine, unnest(?::bigint[], ?::bigint[], ?::text[], ?::bigint[], ?::bigint[], ?::bigint[], ?::text[]) AS e),
            tried AS (
                INSERT INTO trial (study, number, attempt, state, parameters, metrics, origin, created, started, finished,
                    why, reason, last_lines, fidelity)
                SELECT t.* FROM mine, unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[],
                    ?::bigint[], ?::bigint[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::bigint[]) AS t
                ON CONFLICT (study, number) DO UPDATE SET attempt = EXCLUDED.attempt, state = EXCLUDED.state,
                    parameters = EXCLUDED.parameters, metrics = EXCLUDED.metrics, origin = EXCLUDED.origin,
                    created = EXCLUDED.created, started = EXCLUDED.started, finished = EXCLUDED.finished, why = EXCLUDED.why,
                    reason = EXCLUDED.reason, last_lines = EXCLUDED.last_lines, fidelity = EXCLUDED.fidelity),
            settled AS (
                UPDATE study SET settings = s.settings FROM mine, unnest(?::bigint[], ?::bigint[]) AS s (id, settings)
                WHERE study.id = s.id)
            SELECT count(*) FROM mine""";

    private static final String NUMBER = "bigint";
    private static final String WORDS = "text";

    private final Columns events = new Columns(NUMBER, NUMBER, WORDS, NUMBER, NUMBER, NUMBER, WORDS);
    private final Columns trials = new Columns(NUMBER, NUMBER, NUMBER, WORDS, WORDS, WORDS, WORDS, NUMBER, NUMBER, NUMBER, WORDS, WORDS,
            WORDS, NUMBER);
    private final Columns settings = new Columns(NUMBER, NUMBER);

    private CommitStatement() {}

    /// Commits.
    ///
    /// @return 1; 0 if the term is over, and nothing was written
    static int run(Connection session, long term, List<PostgresWriting.Part> parts) throws SQLException {
        var statement = new CommitStatement();
        parts.forEach(statement::add);
        try (var running = session.prepareStatement(TEXT)) {
            running.setLong(1, term);
            int next = 2;
            for (var columns : List.of(statement.events, statement.trials, statement.settings)) {
                for (var column : columns.all()) {
                    running.setArray(next++, column.array(session));
                }
            }
            try (var row = running.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    private void add(PostgresWriting.Part part) {
        part.change().events().forEach(logged -> add(part.study(), EventRow.of(logged)));
        part.change().trials().forEach(record -> add(part.study(), record));
        part.change().settings().ifPresent(position -> settings.row(part.study(), position));
    }

    private void add(long study, EventRow row) {
        events.row(study, row.position(), row.kind(), number(row.trial()), number(row.attempt()), row.at(), row.body());
    }

    private void add(long study, TrialRecord trial) {
        Dialect dialect = new PostgresDialect(study);
        trials.row(study, (long) trial.trial(), (long) trial.attempt(), trial.state().word(), TrialText.of(trial.configuration()),
                TrialText.of(trial.metrics()), trial.origin().word(), trial.created().toEpochMilli(), millis(trial.started()),
                millis(trial.finished()), dialect.kept(trial.why()), dialect.kept(trial.reason()), dialect.kept(trial.lastLines()),
                number(trial.fidelity()));
    }

    private static @Nullable Long number(OptionalLong number) {
        return number.isPresent() ? number.getAsLong() : null;
    }

    private static @Nullable Long millis(Optional<Instant> time) {
        return time.map(Instant::toEpochMilli).orElse(null);
    }

    /// Rows, column by column.
    private static final class Columns {
        private final List<Column> all;

        Columns(String... types) {
            all = Stream.of(types).map(type -> new Column(type, new ArrayList<>())).toList();
        }

        void row(@Nullable Object... cells) {
            for (int i = 0; i < cells.length; i++) {
                all.get(i).cells().add(cells[i]);
            }
        }

        List<Column> all() {
            return all;
        }
    }

    private record Column(String type, List<@Nullable Object> cells) {
        Array array(Connection session) throws SQLException {
            return session.createArrayOf(type, type.equals(WORDS) ? cells.toArray(String[]::new) : cells.toArray(Long[]::new));
        }
    }
}
