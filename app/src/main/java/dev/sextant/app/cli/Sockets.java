package dev.sextant.app.cli;

import dev.sextant.server.lines.SocketFolder;
import java.nio.file.Path;

/// Where the sockets of running studies lie.
final class Sockets {
    private Sockets() {}

    /// `$XDG_RUNTIME_DIR/sextant`, or a folder of the user's own among the temporary files.
    static SocketFolder of(Console console) {
        return SocketFolder.in(console.variable("XDG_RUNTIME_DIR").map(Path::of),
                Path.of(console.variable("TMPDIR").orElse(System.getProperty("java.io.tmpdir"))), System.getProperty("user.name"));
    }
}
