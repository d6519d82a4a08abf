package dev.sextant.store.home;

import dev.sextant.store.sqlite.Durability;
import dev.sextant.store.sqlite.Journal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;

/// How studies are opened here.
///
/// @param durability what an acknowledged result survives
/// @param mounts which file systems other machines share
/// @param machine the one we are on
/// @param heartbeat how often a holder says that it lives
/// @param clock for people to read the times; nothing is decided by it alone
public record Access(Durability durability, Mounts mounts, Machine machine, Duration heartbeat, InstantSource clock) {
    /// A holder that was not heard for this many heartbeats is taken for dead where there is no better way to know.
    private static final int MISSED = 12;

    /// What holds where nothing is said: results survive the end of the process, a sign of life every ten seconds.
    public static Access standard() {
        return new Access(Durability.PROCESS_END, Mounts.ofThisProcess(), Machine.here(), Duration.ofSeconds(10),
                InstantSource.system());
    }

    public Access with(Durability other) {
        return new Access(other, mounts, machine, heartbeat, clock);
    }

    boolean isShared(Path folder) {
        return mounts.isShared(folder);
    }

    Journal journal(Path folder) {
        return isShared(folder) ? Journal.PRIVATE : Journal.SHARED;
    }

    Duration patience() {
        return heartbeat.multipliedBy(MISSED);
    }
}
