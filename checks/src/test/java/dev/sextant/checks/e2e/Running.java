package dev.sextant.checks.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/// A `sextant` that was started in a shell; its output goes to files.
record Running(Process process, Path outFile, Path errFile) {
    private static final int PATIENCE_SECONDS = 120;

    /// What it left behind.
    record Ended(int code, String out, String err) {
        /// It ended well; what it printed.
        String good() {
            assertThat(code).as("exit code; stderr: %s", err).isZero();
            return out;
        }
    }

    String out() {
        return text(outFile);
    }

    String err() {
        return text(errFile);
    }

    /// Sends it a signal, such as `INT`.
    void signal(String name) {
        try {
            assertThat(new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor()).isZero();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /// Kills it with signal 9 and waits until it is gone.
    void kill() {
        process.destroyForcibly();
        end();
    }

    Ended end() {
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("It did not end within %d s. stderr: %s".formatted(PATIENCE_SECONDS, err()));
            }
            return new Ended(process.exitValue(), out(), err());
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("interrupted while a program ran", e);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
