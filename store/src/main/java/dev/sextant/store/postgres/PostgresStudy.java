package dev.sextant.store.postgres;

import dev.sextant.model.trial.TrialRecord;
import dev.sextant.store.sql.Ledger;
import dev.sextant.store.sql.TrialTable;
import java.sql.SQLException;
import java.util.Optional;

/// A study as the writing thread knows it. Not thread-safe.
///
/// @param id its number in the database
record PostgresStudy(long id, PostgresComplaint complaint, Ledger ledger) {
    static PostgresStudy of(long id, PostgresComplaint complaint, Tenure tenure) {
        return new PostgresStudy(id, complaint, new Ledger(number -> trial(id, tenure, number)));
    }

    private static Optional<TrialRecord> trial(long id, Tenure tenure, int number) throws SQLException {
        return new TrialTable(new PostgresDialect(id)).one(tenure.session(), number);
    }
}
