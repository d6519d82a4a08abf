package dev.sextant.run.join;

import dev.sextant.wire.http.ServerAddress;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/// A server that answers as it is told, notes what it was asked, and may be away. It speaks as much HTTP as its client needs.
final class PretendedServer implements AutoCloseable {
    /// What it was asked: path, key and body, without the path of the interface.
    record Asked(String path, String key, String body) {}

    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final ServerSocket socket;
    private volatile boolean away;
    private volatile Function<Asked, String> answers = _ -> "{\"ok\":true}";

    PretendedServer() {
        try {
            socket = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        Thread.ofVirtual().start(this::listen);
    }

    ServerAddress address() {
        return ServerAddress.of("http://127.0.0.1:" + socket.getLocalPort());
    }

    /// From now on it answers nothing that counts, or answers again.
    void away(boolean gone) {
        away = gone;
    }

    /// What it answers; a text that does not begin with `{` is the status of an error, and behind a blank its code.
    void answering(Function<Asked, String> other) {
        answers = other;
    }

    /// What it was asked and has answered.
    List<Asked> asked() {
        return List.copyOf(asked);
    }

    private void listen() {
        try {
            while (!socket.isClosed()) {
                var caller = socket.accept();
                Thread.ofVirtual().start(() -> serve(caller));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void serve(Socket caller) {
        try (caller; var in = new BufferedInputStream(caller.getInputStream())) {
            for (var line = line(in); !line.isEmpty(); line = line(in)) {
                var path = line.split(" ", 3)[1].replace("/api/v1", "");
                var key = "";
                int length = 0;
                for (var header = line(in); !header.isEmpty(); header = line(in)) {
                    var parts = header.split(": ", 2);
                    key = parts[0].equalsIgnoreCase("Idempotency-Key") ? parts[1] : key;
                    length = parts[0].toLowerCase(Locale.ROOT).equals("content-length") ? Integer.parseInt(parts[1]) : length;
                }
                var body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
                caller.getOutputStream().write(answer(new Asked(path, key, body)));
            }
        } catch (IOException gone) {
            // The client has hung up.
        }
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            line.append((char) next);
        }
        return line.toString().strip();
    }

    private byte[] answer(Asked question) {
        if (!away) {
            asked.add(question);
        }
        var answer = away ? "503" : answers.apply(question);
        boolean good = answer.startsWith("{");
        var code = answer.contains(" ") ? answer.substring(answer.indexOf(' ') + 1) : "unknown_trial";
        var body = good ? answer : "{\"error\":{\"code\":\"%s\",\"message\":\"no\"}}".formatted(code);
        return "HTTP/1.1 %s .\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s".formatted(good ? "200" : answer.split(" ", -1)[0], body.length(), body)
                .getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
