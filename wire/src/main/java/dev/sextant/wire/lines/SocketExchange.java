package dev.sextant.wire.lines;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// Exchanges lines over a Unix socket. Not thread-safe.
public final class SocketExchange implements Exchange {
    private static final int LONGEST_ANSWER = 1 << 30;

    private final Path path;
    private final SocketChannel channel;
    private final LineReader answers;

    public SocketExchange(Path path) {
        this.path = path;
        try {
            channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        } catch (IOException | UnsupportedOperationException broken) {
            throw new UncheckedIOException(new IOException("This system has no Unix sockets.", broken));
        }
        connect();
        answers = new LineReader(Channels.newInputStream(channel), LONGEST_ANSWER, () -> {});
    }

    private void connect() {
        try {
            channel.connect(UnixDomainSocketAddress.of(path));
        } catch (IOException broken) {
            close();
            throw new UncheckedIOException(new IOException("Nobody answers at %s: %s.".formatted(path, broken.getMessage()), broken));
        }
    }

    @Override
    public String answer(String line) {
        try {
            var bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException broken) {
            throw gone(broken);
        }
        if (next() instanceof LineReader.Line.Text(String text)) {
            return text;
        }
        throw new UncheckedIOException(new IOException("The answer from %s is no text that can be read.".formatted(path)));
    }

    private LineReader.Line next() {
        try {
            return answers.next().orElseThrow(() -> gone(new EOFException()));
        } catch (UncheckedIOException broken) {
            throw broken.getCause() instanceof SocketException reset ? gone(reset) : broken;
        }
    }

    private UncheckedIOException gone(IOException cause) {
        return new UncheckedIOException(new IOException(
                "The process at %s ended before it answered; ask again to see what it did.".formatted(path), cause));
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
