package dev.sextant.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Starts `./sextant` as a user would.
public final class Children {
    private Children() {}

    /// A process of the product at work in a folder; its output goes to a file, or nowhere.
    public static Process sextant(Path folder, Path output, List<String> words) throws IOException {
        var command = new ArrayList<String>();
        command.add(System.getProperty("sextant.command", Path.of("sextant").toAbsolutePath().toString()));
        command.addAll(words);
        var builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().putAll(Map.of("SEXTANT_HOME", folder.resolve("home").toString()));
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
        builder.redirectError(ProcessBuilder.Redirect.appendTo(folder.resolve("stderr").toFile()));
        return builder.start();
    }

    /// Sends a signal: `KILL`, `STOP`.
    public static void signal(Process process, String name) throws IOException {
        ended(new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).redirectErrorStream(true).start());
    }

    /// Waits for the end of a process.
    public static void ended(Process process) {
        process.onExit().join();
    }

    /// The highest amount of memory that a process has had resident, in MiB; 0 once it is gone.
    static long highWaterMark(Process process) throws IOException {
        try {
            for (var line : Files.readAllLines(Path.of("/proc/" + process.pid() + "/status"))) {
                if (line.startsWith("VmHWM:")) {
                    return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
                }
            }
        } catch (NoSuchFileException gone) {
            return 0;
        }
        return 0;
    }

    /// The processes whose environment names a folder, by looking at `/proc`; but for one that makes a cache for later starts.
    public static List<String> alive(Path folder) throws IOException {
        var found = new ArrayList<String>();
        try (var processes = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            for (var process : processes) {
                var environment = read(process.resolve("environ"));
                if (environment.contains(folder.toString()) && !environment.contains("SEXTANT_AOT=make") && isRunning(process)) {
                    found.add(process.getFileName() + " " + read(process.resolve("cmdline")).replace('\0', ' '));
                }
            }
        }
        return found;
    }

    /// Kills those.
    public static void kill(Path folder) {
        try {
            for (var process : alive(folder)) {
                ProcessHandle.of(Long.parseLong(process.substring(0, process.indexOf(' ')))).ifPresent(ProcessHandle::destroyForcibly);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean isRunning(Path process) {
        var stat = read(process.resolve("stat"));
        return !stat.isEmpty() && !stat.substring(stat.lastIndexOf(')') + 1).strip().startsWith("Z");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException gone) {
            return "";
        }
    }
}
