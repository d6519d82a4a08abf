package dev.sextant.store.home;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// Who runs a study, as the file `holder.json` beside its database tells others.
///
/// @param process its number on the machine
/// @param start when the process started, in a unit of the machine's own; tells it from a later one of the same number
/// @param since when it took the study
/// @param heartbeat when it was last known to live, by its own clock
/// @param token tells this holding from any other
/// @param socket where to reach it to steer the study; empty if it does not listen
public record Holder(Machine machine, long process, long start, Instant since, Instant heartbeat, String token,
        Optional<Path> socket) {
    Holder alive(Instant now) {
        return new Holder(machine, process, start, since, now, token, socket);
    }

    Holder listeningAt(Path path) {
        return new Holder(machine, process, start, since, heartbeat, token, Optional.of(path));
    }

    /// `process 4711 on login3, since 2026-11-21T09:30:00Z`.
    @Override
    public String toString() {
        return "process %d on %s, since %s".formatted(process, machine.host(), since.truncatedTo(ChronoUnit.SECONDS));
    }
}
