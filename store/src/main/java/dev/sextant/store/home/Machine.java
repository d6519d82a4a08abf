package dev.sextant.store.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/// A machine between two starts of it.
///
/// @param host its name
/// @param boot the id of its latest start, the same in all containers on it; empty where the system has none
public record Machine(String host, String boot) {
    private static final int START_TIME_FIELD = 22;

    /// The one this process runs on.
    public static Machine here() {
        var named = line("/proc/sys/kernel/hostname");
        return new Machine(named.isEmpty() ? System.getenv().getOrDefault("HOSTNAME", "localhost") : named,
                line("/proc/sys/kernel/random/boot_id"));
    }

    private static String line(String file) {
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException _) {
            return "";
        }
    }

    /// When a process of this machine started, on a clock of its own that no change of the date moves; empty if there
    /// is no such process. A number that was given to another process meanwhile is told apart by it.
    public static OptionalLong start(long process) {
        var status = line("/proc/" + process + "/stat");
        if (!status.isEmpty()) {
            var fields = status.substring(status.lastIndexOf(')') + 2).split(" ", -1);
            return OptionalLong.of(Long.parseLong(fields[START_TIME_FIELD - 3]));
        }
        return ProcessHandle.of(process).flatMap(p -> p.info().startInstant())
                .map(start -> OptionalLong.of(start.toEpochMilli())).orElseGet(OptionalLong::empty);
    }
}
