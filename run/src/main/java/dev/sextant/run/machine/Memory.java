package dev.sextant.run.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// How much memory programs here may use together.
final class Memory {
    private static final Path TOTAL = Path.of("/proc/meminfo");
    /// Version 2 and version 1 of control groups, as seen from inside a container.
    private static Stream<Path> limits() {
        return Stream.of(Path.of("/sys/fs/cgroup/memory.max"), Path.of("/sys/fs/cgroup/memory/memory.limit_in_bytes"));
    }

    private Memory() {}

    /// The least of what the machine has and of what the control group allows; 0 if neither says.
    static long bytes() {
        return LongStream.concat(total().stream(), limits().flatMapToLong(file -> limit(file).stream())).min().orElse(0);
    }

    private static OptionalLong total() {
        try (var lines = Files.lines(TOTAL)) {
            return lines.filter(line -> line.startsWith("MemTotal:")).mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024).findFirst();
        } catch (IOException unknown) {
            return OptionalLong.empty();
        }
    }

    private static OptionalLong limit(Path file) {
        try {
            var text = Files.readString(file).strip();
            return text.chars().allMatch(Character::isDigit) && !text.isEmpty() && text.length() < 19 ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
        } catch (IOException none) {
            return OptionalLong.empty();
        }
    }
}
