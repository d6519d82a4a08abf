package dev.sextant.checks.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The shells of one user, all in the same folder, with a home of its own.
final class Shells {
    private static final Path SEXTANT = Path.of("..", "sextant").toAbsolutePath().normalize();

    private final Path folder;

    Shells(Path folder) {
        this.folder = folder;
    }

    Path folder() {
        return folder;
    }

    Path home() {
        return folder.resolve("home");
    }

    Path database(String study) {
        return home().resolve("studies").resolve(study).resolve("study.db");
    }

    /// Types a command line in a new shell.
    Running start(String... words) {
        return startBehind(List.of(), words);
    }

    /// Types a command line behind another command that runs it, such as `nice`.
    Running startBehind(List<String> prefix, String... words) {
        // Who was started in the background may ignore Ctrl-C, and so would those it starts.
        var command = new ArrayList<>(List.of("env", "--default-signal=INT,TERM,HUP"));
        command.addAll(prefix);
        command.add(SEXTANT.toString());
        command.addAll(List.of(words));
        try {
            Path out = Files.createTempFile(folder, "out", "");
            Path err = Files.createTempFile(folder, "err", "");
            var builder = new ProcessBuilder(command).directory(folder.toFile())
                    .redirectInput(Path.of("/dev/null").toFile()).redirectOutput(out.toFile()).redirectError(err.toFile());
            builder.environment().put("SEXTANT_HOME", home().toString());
            return new Running(builder.start(), out, err);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Types a command line and waits until it has ended.
    Running.Ended run(String... words) {
        return start(words).end();
    }

    /// A `tune` whose command is a shell script.
    ///
    /// @param flags of `tune`, separated by blanks
    Running tune(String flags, String script) {
        return start(tuneWords(flags, script));
    }

    static String[] tuneWords(String flags, String script) {
        return words(Stream.of("tune"), flags, script);
    }

    /// A `create` of the same study.
    static String[] createWords(String study, String flags, String script) {
        return words(Stream.of("create", "--name", study), flags, script);
    }

    private static String[] words(Stream<String> verb, String flags, String script) {
        return Stream.of(verb, Stream.of("-p", "x=0.0..1.0", "--metric", "loss:min", "--strategy", "random", "--seed", "1"),
                Stream.of(flags.split(" ", -1)), Stream.of("--", "sh", "-c", script)).flatMap(words -> words).toArray(String[]::new);
    }

    /// What `trials STUDY --json` prints.
    Trials trials(String study) {
        return Trials.read(run("trials", study, "--json").good());
    }
}
