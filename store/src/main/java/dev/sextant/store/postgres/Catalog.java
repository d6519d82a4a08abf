package dev.sextant.store.postgres;

import dev.sextant.engine.port.StoreException;
import dev.sextant.store.home.StudyNameException;
import dev.sextant.store.sql.Readers;
import dev.sextant.store.sql.Sql;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/// The table of studies. A study without a name is none: one that is being made, or that was deleted and whose rows go by
/// and by. Thread-safe.
record Catalog(Tenure tenure, PostgresReaders readers) {
    private static final int ROWS_AT_ONCE = 50_000;

    /// A process that is frozen in the middle of a change must not keep the next holder waiting: the server ends it then.
    private static final int STANDSTILL_SECONDS = 2;

    /// All names, latest used first.
    List<String> names() {
        return asked(session -> {
            var names = new ArrayList<String>();
            try (var listing = session.prepareStatement("""
                    SELECT name FROM study WHERE name IS NOT NULL
                    ORDER BY (SELECT at FROM event WHERE study = study.id ORDER BY position DESC LIMIT 1) DESC, name""");
                    var row = listing.executeQuery()) {
                while (row.next()) {
                    names.add(row.getString(1));
                }
            }
            return names;
        });
    }

    /// The number of a study; empty if there is none of this name.
    OptionalLong find(String name) {
        return asked(session -> {
            try (var finding = session.prepareStatement("SELECT id FROM study WHERE name = ?")) {
                finding.setString(1, name);
                return number(finding);
            }
        });
    }

    private static OptionalLong number(PreparedStatement asking) throws SQLException {
        try (var row = asking.executeQuery()) {
            return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
        }
    }

    private <T> T asked(Readers.Question<T> question) {
        try {
            return readers.ask(question);
        } catch (SQLException failed) {
            throw Refusals.of(tenure.address(), failed);
        }
    }

    /// Changes the table as long as our term lasts. A change may be made twice: when a connection broke, nobody knows whether
    /// it took place.
    private <T> T changed(Readers.Question<T> change) throws SQLException {
        return readers.transact(session -> {
            Sql.run(session, "SET LOCAL idle_in_transaction_session_timeout = '%ds'".formatted(STANDSTILL_SECONDS));
            if (Sql.number(session, "SELECT term FROM holder WHERE term = %d FOR KEY SHARE".formatted(tenure.term())) == 0) {
                throw tenure.lose(session).again();
            }
            return change.answer(session);
        });
    }

    /// Makes a study that has no name yet.
    ///
    /// @return its number
    long make() {
        try {
            return changed(session -> {
                try (var making = session.prepareStatement("INSERT INTO study (settings) VALUES (0) RETURNING id")) {
                    return number(making).orElseThrow();
                }
            });
        } catch (SQLException failed) {
            throw Refusals.of(tenure.address(), failed);
        }
    }

    /// Gives a study its name.
    ///
    /// @throws StudyNameException if another one has it
    void name(long study, String name) {
        try {
            changed(session -> {
                try (var naming = session.prepareStatement("UPDATE study SET name = ? WHERE id = ?")) {
                    naming.setString(1, name);
                    naming.setLong(2, study);
                    return naming.executeUpdate();
                }
            });
        } catch (SQLException failed) {
            throw Refusals.isTaken(failed) ? StudyNameException.taken(name) : Refusals.of(tenure.address(), failed);
        }
    }

    /// Deletes a study: its name at once, then its rows.
    void delete(long study) {
        try {
            changed(session -> Sql.changed(session, "UPDATE study SET name = NULL WHERE id = %d".formatted(study)));
            remove(study);
        } catch (SQLException failed) {
            throw Refusals.of(tenure.address(), failed);
        }
    }

    /// In portions, each of which takes moments.
    private void remove(long study) throws SQLException {
        for (var part : List.of("event WHERE study = %d AND position", "trial WHERE study = %d AND number")) {
            var rows = part.formatted(study);
            var column = rows.substring(rows.lastIndexOf(' ') + 1);
            long last = changed(session -> Sql.number(session, "SELECT max(%s) FROM %s >= 0".formatted(column, rows)));
            for (long first = 0; first <= last; first += ROWS_AT_ONCE) {
                var portion = "DELETE FROM %s BETWEEN %d AND %d".formatted(rows, first, first + ROWS_AT_ONCE - 1);
                changed(session -> Sql.changed(session, portion));
            }
        }
        changed(session -> Sql.changed(session, "DELETE FROM study WHERE id = %d".formatted(study)));
    }

    /// What a process left that was killed while it made or deleted a study. Nothing that is being made must be among it.
    List<Long> nameless() {
        return asked(session -> {
            var found = new ArrayList<Long>();
            try (var listing = session.prepareStatement("SELECT id FROM study WHERE name IS NULL"); var row = listing.executeQuery()) {
                while (row.next()) {
                    found.add(row.getLong(1));
                }
            }
            return found;
        });
    }

    /// Removes studies without a name. What cannot be removed harms nobody, and is tried again by the next holder.
    void sweep(List<Long> nameless) {
        try {
            for (long study : nameless) {
                remove(study);
            }
        } catch (SQLException | StoreException _) {
            return;
        }
    }
}
