package dev.sextant.app.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// A connection to the process that runs a study: one line out, one line back. Not thread-safe.
final class SocketLines implements AutoCloseable {
    private final SocketChannel channel;
    private final BufferedReader answers;

    private SocketLines(SocketChannel channel) {
        this.channel = channel;
        this.answers = new BufferedReader(Channels.newReader(channel, StandardCharsets.UTF_8));
    }

    /// Connects.
    ///
    /// @throws IOException if nobody listens there
    static SocketLines connect(Path socket) throws IOException {
        var channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        boolean connected = false;
        try {
            connected = channel.connect(UnixDomainSocketAddress.of(socket));
        } finally {
            if (!connected) {
                channel.close();
            }
        }
        return new SocketLines(channel);
    }

    /// The answer to a line.
    ///
    /// @throws RefusedException if the process ended before it answered
    String ask(String line) {
        try {
            var bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            var answer = answers.readLine();
            if (answer != null) {
                return answer;
            }
        } catch (IOException gone) {
            throw ended();
        }
        throw ended();
    }

    private static RefusedException ended() {
        return new RefusedException("The process that runs the study ended before it answered. Try again.");
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException _) {
            // Nothing is lost: every line was answered.
            return;
        }
    }
}
