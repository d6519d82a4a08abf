package dev.sextant.run.orphan;

import dev.sextant.run.launch.ProcessTable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Ends what a killed Sextant left running.
///
/// A process is ended only if it is surely one of ours: it has the number and the start time that the ledger says, or is in
/// the group of such a process, or was started with a `SEXTANT_RUN_DIR` inside the folder of the runs. That also finds
/// grandchildren whose parents are gone, processes that left their group, and those started in the moment before the ledger
/// was written. Only for the holder of a study: whatever runs in its folder is then nobody's.
public final class Orphans {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);
    private static final Duration AFTER_KILL = Duration.ofSeconds(5);
    private static final String MARK = "SEXTANT_RUN_DIR=";

    private final Predicate<String> mark;
    private final List<RunningLedger.Entry> ledger;

    private Orphans(Predicate<String> mark, List<RunningLedger.Entry> ledger) {
        this.mark = mark;
        this.ledger = ledger;
    }

    /// Ends what a ledger in the folder of the runs tells of, and removes the ledger. Does nothing if there is none.
    ///
    /// @param grace from TERM to KILL
    /// @return how many processes were found
    public static int end(Path runs, Duration grace) {
        var left = RunningLedger.leftIn(runs);
        var inside = MARK + runs.toAbsolutePath().normalize() + "/";
        int found = left.map(entries -> new Orphans(variable -> variable.startsWith(inside), entries).end(grace)).orElse(0);
        RunningLedger.forget(runs);
        return found;
    }

    /// Ends what one attempt left behind outside its process group. A walk over all processes.
    ///
    /// @param runFolder the attempt's `SEXTANT_RUN_DIR`
    /// @param grace from TERM to KILL
    /// @return how many processes were found
    public static int endThoseOf(Path runFolder, Duration grace) {
        return new Orphans((MARK + runFolder)::equals, List.of()).end(grace);
    }

    private int end(Duration grace) {
        var found = living();
        found.forEach(process -> handle(process).ifPresent(ProcessHandle::destroy));
        awaitEnd(grace);
        living().forEach(process -> handle(process).ifPresent(ProcessHandle::destroyForcibly));
        awaitEnd(AFTER_KILL);
        return found.size();
    }

    private void awaitEnd(Duration most) {
        long end = System.nanoTime() + most.toNanos();
        while (!living().isEmpty() && System.nanoTime() - end < 0) {
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
    }

    private List<ProcessTable.Entry> living() {
        var groups = groups();
        long self = ProcessHandle.current().pid();
        return ProcessTable.living(process -> process.pid() != self
                && (groups.contains(process.group()) || ProcessTable.environmentHas(process.pid(), mark))).toList();
    }

    /// The groups whose leader still is the process that was noted.
    private Set<Long> groups() {
        return ledger.stream().filter(RunningLedger.Entry::isStillThere).map(RunningLedger.Entry::pid).collect(Collectors.toSet());
    }

    private static Optional<ProcessHandle> handle(ProcessTable.Entry process) {
        return ProcessHandle.of(process.pid());
    }
}
