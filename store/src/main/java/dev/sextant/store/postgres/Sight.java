package dev.sextant.store.postgres;

import dev.sextant.store.home.Machine;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// Who holds a database, as a look at it tells.
///
/// @param lockedBy the server's process that has the lock for a session; 0 if none has
/// @param term how often the place was taken before
/// @param machine of the holder
/// @param process its number there
/// @param start when that process started, in a unit of the machine's own
/// @param beats its signs of life
/// @param silence since the last of them, by the clock of the database
/// @param isPresent whether it has not said that it leaves
record Sight(int lockedBy, long term, Machine machine, long process, long start, Instant since, long beats, Duration silence,
        boolean isPresent) {
    /// The advisory lock of a database that is held: `Sxtn` and 1.
    static final long KEY = 0x5378746E_00000001L;

    private static final String LOCKED_BY = """
            (SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND granted AND objsubid = 1 AND classid = %d AND objid = %d
            AND database = (SELECT oid FROM pg_database WHERE datname = current_database()))"""
            .formatted(KEY >>> Integer.SIZE, KEY & 0xFFFF_FFFFL);

    /// A look at a database that has tables.
    static Sight of(Connection database) throws SQLException {
        try (var looking = database.prepareStatement("""
                SELECT %s, term, host, boot, process, start, extract(epoch FROM since), beats,
                extract(epoch FROM clock_timestamp() - heard), present FROM holder""".formatted(LOCKED_BY));
                var row = looking.executeQuery()) {
            if (!row.next()) {
                throw new SQLException("The table of holders is empty.");
            }
            return new Sight(row.getInt(1), row.getLong(2), new Machine(row.getString(3), row.getString(4)), row.getLong(5),
                    row.getLong(6), Instant.ofEpochSecond((long) row.getDouble(7)), row.getLong(8),
                    Duration.ofMillis((long) (row.getDouble(9) * 1000)), row.getBoolean(10));
        }
    }

    boolean isLocked() {
        return lockedBy != 0;
    }

    /// Whether the holder is known to be dead: a process of this machine that does not run.
    boolean isDead() {
        return machine.equals(Machine.here()) && Machine.start(process).orElse(0) != start;
    }

    /// Whether nobody may be coming back to this place.
    boolean isLeft(Duration patience) {
        return !isPresent || silence.compareTo(patience) > 0 || isDead();
    }

    /// `process 4711 on login3, since 2026-11-26T09:30:00Z`.
    String holder() {
        return "process %d on %s, since %s".formatted(process, machine.host(), since.truncatedTo(ChronoUnit.SECONDS));
    }
}
