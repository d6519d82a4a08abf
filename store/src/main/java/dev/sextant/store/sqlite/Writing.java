package dev.sextant.store.sqlite;

import dev.sextant.engine.port.StoreException;
import dev.sextant.store.sql.Batch;
import dev.sextant.store.sql.Commits;
import dev.sextant.store.sql.Readers;
import dev.sextant.store.sql.Sql;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/// What the writing thread does with the database. The lock is for readers that have to share the connection.
final class Writing implements Commits.Work<SqliteFault> {
    private static final long NEVER = Long.MAX_VALUE;

    private final SqliteFault fault;
    private final Connection database;
    private final Tables tables;
    private final Optional<Snapshots> snapshots;
    private final ReentrantLock lock = new ReentrantLock();

    Writing(SqliteFault fault, Connection database, Journal journal, int version) throws SQLException {
        this.fault = fault;
        this.database = database;
        migrate(version);
        this.tables = new Tables(database);
        this.snapshots = journal == Journal.PRIVATE
                ? Optional.of(new Snapshots(fault.file(), System::nanoTime)) : Optional.empty();
    }

    private void migrate(int version) throws SQLException {
        if (version < Schema.CURRENT.version()) {
            Sql.run(database, "BEGIN IMMEDIATE");
            Schema.CURRENT.migrate(database, version);
            Sql.run(database, "COMMIT");
        }
    }

    Readers readers() {
        return snapshots.isPresent()
                ? new Readers.One(database, lock) : new Readers.Many(() -> Databases.read(fault.file()));
    }

    @Override
    public void commit(List<Batch<SqliteFault>> batches) {
        lock.lock();
        try {
            for (var batch : batches) {
                tables.write(batch.events());
            }
            snapshots.ifPresent(Snapshots::changed);
        } catch (SQLException failed) {
            throw fault.of(failed);
        } finally {
            lock.unlock();
        }
    }

    /// A copy for readers that fails is made again later; the study itself is not harmed.
    @Override
    public long upkeep() {
        if (snapshots.isEmpty()) {
            return NEVER;
        }
        lock.lock();
        try {
            return snapshots.get().keepUp(database);
        } catch (SQLException | IOException failed) {
            return snapshots.get().pause();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void end() {
        lock.lock();
        try (database; tables) {
            if (snapshots.isPresent()) {
                snapshots.get().finish(database);
            }
        } catch (SQLException | IOException failed) {
            throw new StoreException("Study '%s' could not be closed: %s".formatted(fault.study(), failed.getMessage()), failed);
        } finally {
            lock.unlock();
        }
    }
}
