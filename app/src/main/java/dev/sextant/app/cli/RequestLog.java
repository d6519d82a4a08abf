package dev.sextant.app.cli;

import dev.sextant.server.access.Identity;
import dev.sextant.server.http.Journal;
import dev.sextant.server.http.Route;
import dev.sextant.wire.text.TimeText;
import dev.sextant.wire.tree.JsonWriter;
import java.io.PrintStream;
import java.time.Instant;

/// Writes what a server was asked, a JSON object a line: what failed, and what changed something.
record RequestLog(PrintStream out) implements Journal {
    private static final double NANOS_PER_MILLI = 1e6;

    @Override
    public void write(Line line) {
        if (line.status() >= 500) {
            var json = new JsonWriter().startObject().name("time").text(TimeText.write(Instant.now()));
            json.name("method").text(line.method()).name("path").text(line.path()).name("status").whole(line.status());
            json.name("who").text(line.who().map(Identity::name).orElse("")).name("route").text(line.route().map(Route::path).orElse(""));
            json.name("ms").number(line.nanos() / NANOS_PER_MILLI);
            line.broken().ifPresent(why -> json.name("broke").text(why.toString()));
            out.println(json.endObject().finish());
        }
    }
}
