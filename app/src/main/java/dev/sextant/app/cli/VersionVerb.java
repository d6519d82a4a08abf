package dev.sextant.app.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// `version`: which one this is.
final class VersionVerb implements Verb {
    @Override
    public Usage usage() {
        return Usage.of("version", "which version of Sextant this is").examples("sextant version", "sextant --version");
    }

    @Override
    public ExitCode run(Call call) {
        call.out().println("sextant " + text());
        return ExitCode.DONE;
    }

    /// Its number: `0.1.0`.
    static String text() {
        try (var text = Objects.requireNonNull(VersionVerb.class.getResourceAsStream("/dev/sextant/app/version.txt"), "version.txt")) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
