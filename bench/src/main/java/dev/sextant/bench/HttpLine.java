package dev.sextant.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// One connection to a server on this machine, with no more HTTP than it takes to measure the other side. Not thread-safe.
final class HttpLine implements AutoCloseable {
    private static final int LARGEST_ANSWER = 1 << 20;
    private static final int BUFFER = 1 << 10;

    private final Socket socket;
    private final InputStream in;

    HttpLine(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream(), BUFFER);
    }

    /// The body of the answer.
    String post(String path, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        var head = "POST %s HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n".formatted(path, bytes.length);
        var all = Arrays.copyOf(head.getBytes(StandardCharsets.UTF_8), head.length() + bytes.length);
        System.arraycopy(bytes, 0, all, head.length(), bytes.length);
        socket.getOutputStream().write(all);
        return answer(path);
    }

    private String answer(String path) throws IOException {
        var status = line();
        int length = 0;
        for (var header = line(); !header.isEmpty(); header = line()) {
            if (header.regionMatches(true, 0, "content-length:", 0, 15)) {
                length = Math.min(LARGEST_ANSWER, Integer.parseInt(header.substring(15).strip()));
            }
        }
        var body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
        if (!status.contains(" 200 ") && !status.contains(" 201 ")) {
            throw new IOException(path + ": " + status + " " + body);
        }
        return body;
    }

    private String line() throws IOException {
        var text = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("The server hung up.");
            }
            if (c != '\r') {
                text.append((char) c);
            }
        }
        return text.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
