package dev.sextant.bench;

import dev.sextant.testkit.process.Await;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// A `serve` that listens, with the home of a folder.
record Server(Process process, String address) implements AutoCloseable {
    /// @param words more of its command line: studies, flags
    static Server start(Path folder, String... words) throws IOException {
        var said = Files.createTempFile(folder, "server", ".txt");
        var process = Children.sextant(folder, said, Stream.concat(Stream.of("serve", "--port", "0"), Stream.of(words)).toList());
        Await.until("the server listens", () -> text(said).startsWith("http") || !process.isAlive());
        return new Server(process, text(said));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    int port() {
        return URI.create(address).getPort();
    }

    /// Killed, as a machine that goes down would.
    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
