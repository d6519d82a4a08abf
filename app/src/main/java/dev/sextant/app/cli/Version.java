package dev.sextant.app.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// The version of the program.
final class Version {
    private Version() {}

    static String text() {
        try (var text = Objects.requireNonNull(Version.class.getResourceAsStream("/dev/sextant/app/version.txt"), "version.txt")) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
