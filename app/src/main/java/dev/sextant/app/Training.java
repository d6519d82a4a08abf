package dev.sextant.app;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// What the JVM watches when the launcher makes its AOT cache: each command line here loads the classes that such a
/// command line needs at later starts.
///
/// Harmless at any time: what is written lies in a temporary folder and is gone afterwards, what is printed is dropped.
final class Training {
    private static final List<String> COMMAND_LINES = List.of("version", "no-such-verb");

    private Training() {}

    static void main() {
        var nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        COMMAND_LINES.forEach(line -> Main.run(nowhere, nowhere, line.split(" ")));
    }
}
