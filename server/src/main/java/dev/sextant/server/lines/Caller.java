package dev.sextant.server.lines;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/// One connection to a socket, and the door behind it. It is busy from the moment a line has come until its answer has
/// gone out.
final class Caller implements AutoCloseable {
    private final SocketChannel channel;
    private final LinesDoor door;
    private final ReentrantLock busy = new ReentrantLock();

    Caller(SocketChannel channel, LinesDoor door) {
        this.channel = channel;
        this.door = door;
    }

    /// Answers lines until the caller hangs up.
    void serve() {
        busy.lock();
        try {
            door.serve(new In(), new Out());
        } finally {
            busy.unlock();
        }
    }

    /// Ends the connection, but waits for the answer that is under way.
    ///
    /// @param most the longest wait
    void hangUp(Duration most) {
        boolean idle = false;
        try {
            idle = busy.tryLock(Math.max(0, most.toNanos()), TimeUnit.NANOSECONDS);
            close();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            close();
        } finally {
            if (idle) {
                busy.unlock();
            }
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// What the caller says. Whoever waits for more is not busy.
    private final class In extends InputStream {
        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            busy.unlock();
            try {
                return channel.read(ByteBuffer.wrap(bytes, from, length));
            } finally {
                busy.lock();
            }
        }
    }

    /// What the caller hears.
    private final class Out extends OutputStream {
        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            var rest = ByteBuffer.wrap(bytes, from, length);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
        }
    }
}
