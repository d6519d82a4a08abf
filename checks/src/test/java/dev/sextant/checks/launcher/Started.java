package dev.sextant.checks.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A program that was started with an environment of its own; its output goes to files.
record Started(Process process, Path out, Path err) {
    /// What a program left behind.
    record Ended(int code, String out, String err) {}

    static Started start(Path folder, Map<String, String> environment, String stdin, String... command) throws IOException {
        Path out = Files.createTempFile("out", "");
        Path err = Files.createTempFile("err", "");
        Path in = Files.writeString(Files.createTempFile("in", ""), stdin);
        Stream.of(out, err, in).map(Path::toFile).forEach(java.io.File::deleteOnExit);
        var builder = new ProcessBuilder(List.of(command)).directory(folder.toFile())
                .redirectInput(in.toFile()).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        return new Started(builder.start(), out, err);
    }

    Ended end() {
        try {
            int code = process.waitFor();
            return new Ended(code, Files.readString(out, StandardCharsets.UTF_8), Files.readString(err, StandardCharsets.UTF_8));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a program ran", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
