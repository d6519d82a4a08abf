package dev.sextant.app.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/// Copies a file that grows.
final class Tail {
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final int BUFFER = 64 * 1024;

    private Tail() {}

    /// Copies what is there and what comes, until nobody writes any more. The file may not be there at first.
    static void follow(Path file, OutputStream out, BooleanSupplier isWritten) throws IOException {
        long position = 0;
        while (true) {
            boolean last = !isWritten.getAsBoolean();
            if (Files.exists(file)) {
                position = copy(file, position, out);
                out.flush();
            }
            if (last || !Pause.over(PAUSE)) {
                return;
            }
        }
    }

    /// A file that has become shorter was begun anew.
    private static long copy(Path file, long from, OutputStream out) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long position = channel.size() < from ? 0 : from;
            var buffer = ByteBuffer.allocate(BUFFER);
            for (int read = channel.read(buffer, position); read > 0; read = channel.read(buffer, position)) {
                out.write(buffer.array(), 0, read);
                position += read;
                buffer.clear();
            }
            return position;
        }
    }
}
