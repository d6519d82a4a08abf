package dev.sextant.server.api;

import dev.sextant.server.http.Reply;
import dev.sextant.server.http.Visit;
import dev.sextant.wire.tree.JsonWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// A feed of what is said of a study among others: once when somebody begins to listen, and then at most once a second
/// when something has happened, however much that was.
record Changes(OpenStudies studies, ShownStudies shown) {
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int QUIET_ROUNDS = 15;

    Reply feed(Visit visit) {
        visit.query().allowOnly();
        var name = visit.at("study");
        Looks.checkSees(visit.who(), name);
        card(name);             // an unknown study is an answer, not a feed that breaks off
        return new Reply.Stream("text/event-stream", out -> follow(name, out));
    }

    private String card(String name) {
        return shown.look(name, (study, pages) -> {
            var json = new JsonWriter().startObject();
            Card.write(name, study, pages, json);
            return json.endObject().finish();
        });
    }

    private void follow(String name, OutputStream out) throws IOException {
        var said = "";
        int quiet = 0;
        do {
            var card = card(name);
            if (!card.equals(said)) {
                write("event: card\ndata: " + card + "\n\n", out);
                quiet = 0;
            } else if (++quiet == QUIET_ROUNDS) {
                write(": here\n\n", out);
                quiet = 0;
            }
            said = card;
        } while (goesOn());
    }

    private static void write(String text, OutputStream out) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private boolean goesOn() {
        try {
            return !studies.awaitEnd(PAUSE);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
