package dev.sextant.store.postgres;

import dev.sextant.engine.port.StoreException;
import dev.sextant.store.sql.Batch;
import dev.sextant.store.sql.Change;
import dev.sextant.store.sql.Commits;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// What the writing thread does with a database that this process holds: it commits what all studies brought as one
/// statement, and is told whether our term still lasts by the same.
///
/// When a connection breaks during a commit, nobody knows whether it took place. Then a new session is opened, which ends
/// the old one, and the log tells: a commit is there with its last event, or it is not there at all.
final class PostgresWriting implements Commits.Work<PostgresStudy> {
    private static final long NEVER = Long.MAX_VALUE;

    private final Tenure tenure;

    PostgresWriting(Tenure tenure) {
        this.tenure = tenure;
    }

    /// What one study brings.
    record Part(Batch<PostgresStudy> batch, Change change) {
        long study() {
            return batch.study().id();
        }

        long last() {
            return change.events().getLast().position();
        }

        void fail(SQLException why) {
            batch.fail(batch.study().complaint().of(why));
        }
    }

    @Override
    public void commit(List<Batch<PostgresStudy>> batches) {
        var parts = new ArrayList<Part>();
        for (var batch : batches) {
            fold(batch, parts);
        }
        if (!parts.isEmpty()) {
            write(parts);
        }
    }

    private void fold(Batch<PostgresStudy> batch, List<Part> parts) {
        while (true) {
            try {
                parts.add(new Part(batch, batch.study().ledger().fold(batch.events())));
                return;
            } catch (SQLException failed) {
                if (!Refusals.isBroken(failed)) {
                    batch.fail(batch.study().complaint().of(failed));
                    return;
                }
                tenure.regain();
            } catch (IllegalArgumentException impossible) {
                batch.fail(new StoreException("Events could not be written: " + impossible.getMessage(), impossible));
                return;
            }
        }
    }

    /// One study must not be kept from its log by what another one brought: what fails together is tried apart.
    private void write(List<Part> parts) {
        try {
            insist(parts);
        } catch (SQLException failed) {
            if (parts.size() == 1) {
                parts.getFirst().fail(failed);
            } else {
                parts.forEach(part -> write(List.of(part)));
            }
        }
    }

    private void insist(List<Part> parts) throws SQLException {
        while (true) {
            try {
                if (CommitStatement.run(tenure.session(), tenure.term(), parts) == 0) {
                    throw tenure.lose(tenure.session());
                }
                return;
            } catch (SQLException failed) {
                if (!Refusals.isBroken(failed)) {
                    throw failed;
                }
            }
            if (isThere(parts.getFirst())) {
                return;
            }
        }
    }

    private boolean isThere(Part part) throws SQLException {
        while (true) {
            try (var looking = tenure.regain().prepareStatement("SELECT count(*) FROM event WHERE study = ? AND position = ?")) {
                looking.setLong(1, part.study());
                looking.setLong(2, part.last());
                try (var row = looking.executeQuery()) {
                    row.next();
                    return row.getInt(1) > 0;
                }
            } catch (SQLException failed) {
                if (!Refusals.isBroken(failed)) {
                    throw failed;
                }
            }
        }
    }

    @Override
    public long upkeep() {
        return NEVER;
    }

    @Override
    public void end() {
        try {
            tenure.leave();
        } catch (SQLException failed) {
            if (!Refusals.isBroken(failed)) {
                throw Refusals.of(tenure.address(), failed);
            }
        }
    }
}
