package dev.sextant.run.launch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// The processes of this machine, read from `/proc`. Empty where there is none.
///
/// A process may end while it is looked at; it is then left out. A walk costs about 20 µs a process.
public final class ProcessTable {
    private static final Path PROC = Path.of("/proc");
    private static final int GROUP = 2;
    private static final int START = 19;

    private ProcessTable() {}

    /// One line of the table.
    ///
    /// @param pid its number
    /// @param state `R` running, `S` sleeping, `Z` zombie, …
    /// @param group the number of its process group
    /// @param start when it started, in clock ticks since boot: with the pid it names a process for as long as the machine is up
    public record Entry(long pid, char state, long group, long start) {
        boolean living() {
            return state != 'Z' && state != 'X';
        }
    }

    /// The entry of one process, zombies included.
    public static Optional<Entry> find(long pid) {
        try {
            return parse(pid, Files.readString(PROC.resolve(pid + "/stat"), StandardCharsets.ISO_8859_1));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    /// All processes that run and that `wanted` accepts.
    public static Stream<Entry> living(Predicate<Entry> wanted) {
        return pids().stream().map(ProcessTable::find).flatMap(Optional::stream).filter(Entry::living).filter(wanted);
    }

    /// Whether a process was started with `variable` in its environment, written as `NAME=value`. False if we may not look.
    public static boolean environmentHas(long pid, Predicate<String> variable) {
        try {
            var text = new String(Files.readAllBytes(PROC.resolve(pid + "/environ")), StandardCharsets.UTF_8);
            return Arrays.stream(text.split("\0", -1)).anyMatch(variable);
        } catch (IOException goneOrForeign) {
            return false;
        }
    }

    /// What is different after every start of the machine; empty if the system does not say.
    public static String bootId() {
        try {
            return Files.readString(PROC.resolve("sys/kernel/random/boot_id")).strip();
        } catch (IOException unknown) {
            return "";
        }
    }

    private static List<Long> pids() {
        var pids = new ArrayList<Long>();
        try (var entries = Files.newDirectoryStream(PROC, "[1-9]*")) {
            entries.forEach(entry -> pids.add(Long.parseLong(entry.getFileName().toString())));
        } catch (IOException | DirectoryIteratorException noProc) {
            return List.of();
        }
        return pids;
    }

    /// The name of the program comes second, in parentheses, and may itself contain blanks and parentheses.
    private static Optional<Entry> parse(long pid, String stat) {
        int afterName = stat.lastIndexOf(')') + 2;
        if (afterName < 2 || afterName >= stat.length()) {
            return Optional.empty();
        }
        var fields = stat.substring(afterName).split(" ", -1);
        return fields.length <= START ? Optional.empty()
                : Optional.of(new Entry(pid, fields[0].charAt(0), Long.parseLong(fields[GROUP]), Long.parseLong(fields[START])));
    }
}
