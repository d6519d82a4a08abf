package dev.sextant.app.cli;

import dev.sextant.server.access.Identity;
import dev.sextant.server.http.Journal;
import dev.sextant.server.http.Route;
import dev.sextant.wire.text.TimeText;
import dev.sextant.wire.tree.JsonWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;

/// What is kept of requests, a JSON object a line: on `out` what broke; in a file who changed what, and who was turned away.
/// Asking, telling and heartbeats stand in the logs of the studies, and what workers send in their folders.
///
/// @param audit grows without end; whoever moves it away gets a new one
record RequestLog(PrintStream out, Path audit) implements Journal {
    private static final double NANOS_PER_MILLI = 1e6;
    private static final List<String> EVERYDAY = List.of("ask", "tell", "report", "lease", "heartbeat", "artifacts", "{sha256}");

    @Override
    public void write(Line line) {
        if (line.status() >= 500) {
            out.println(json(line));
        }
        if (isOfNote(line)) {
            append(line);
        }
    }

    private static boolean isOfNote(Line line) {
        boolean turnedAway = line.status() == 401 || line.status() == 403;
        boolean changes = !line.method().equals("GET") && !line.method().equals("HEAD") && line.status() < 400;
        return turnedAway || (changes && line.route().map(Route::path).filter(RequestLog::isEveryday).isEmpty());
    }

    private static boolean isEveryday(String path) {
        return EVERYDAY.contains(path.substring(path.lastIndexOf('/') + 1));
    }

    private void append(Line line) {
        try {
            Files.createDirectories(audit.toAbsolutePath().getParent());
            Files.writeString(audit, json(line) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException failed) {
            out.println("sextant: %s cannot be written: %s.".formatted(audit, failed.getMessage()));
        }
    }

    private static String json(Line line) {
        var json = new JsonWriter().startObject().name("time").text(TimeText.write(Instant.now()));
        json.name("who").text(line.who().map(Identity::name).orElse("")).name("method").text(line.method()).name("path").text(line.path());
        json.name("status").whole(line.status()).name("ms").number(line.nanos() / NANOS_PER_MILLI);
        line.broken().ifPresent(why -> json.name("broke").text(why.toString()));
        return json.endObject().finish();
    }
}
