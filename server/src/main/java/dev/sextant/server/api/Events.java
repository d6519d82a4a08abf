package dev.sextant.server.api;

import dev.sextant.engine.port.StudyView;
import dev.sextant.model.event.Logged;
import dev.sextant.server.http.Reply;
import dev.sextant.server.http.Visit;
import dev.sextant.server.request.ReadStudy;
import dev.sextant.wire.event.EventForm;
import dev.sextant.wire.tree.JsonWriter;
import dev.sextant.wire.tree.Source;
import dev.sextant.wire.tree.JsonReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// The log of a study: a part of it, or a feed that goes on as the log does.
record Events(OpenStudies studies) {
    private static final int MOST = 10_000;
    /// Often enough that whoever listens sees that we are there, and that a hung-up connection is noticed.
    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(15);
    private static final Duration LOOK = Duration.ofMillis(500);

    Reply events(Visit visit) {
        var query = visit.query().allowOnly("from", "limit");
        Looks.checkSees(visit.who(), visit.at("study"));
        boolean feed = visit.incoming().header("Accept").filter(a -> a.contains("text/event-stream")).isPresent();
        long from = query.whole("from", 0, Integer.MAX_VALUE, 0);
        return feed ? feed(visit, after(visit, from)) : part(visit, from, (int) query.whole("limit", 1, MOST, 1_000));
    }

    /// A feed that was interrupted goes on behind the last event that was heard.
    private static long after(Visit visit, long from) {
        return visit.incoming().header("Last-Event-ID").filter(id -> !id.isEmpty() && id.length() <= 18 && id.chars().allMatch(c -> c >= '0' && c <= '9'))
                .map(id -> Long.parseLong(id) + 1).orElse(from);
    }

    private Reply part(Visit visit, long from, int limit) {
        try (var study = studies.read(visit.at("study"))) {
            var some = some(study.view(), from, limit);
            var json = new JsonWriter().startObject().name("events").startList();
            some.forEach(e -> json.node(JsonReader.read(Source.file("event", EventForm.line(e)))));
            return Reply.json(json.endList().name("next").whole(from + some.size()).endObject().finish());
        }
    }

    private static List<Logged> some(StudyView view, long from, int limit) {
        var some = new ArrayList<Logged>();
        view.eventsWhile(from, logged -> {
            some.add(logged);
            return some.size() < limit;
        });
        return some;
    }

    private Reply feed(Visit visit, long from) {
        studies.read(visit.at("study")).close();       // an unknown study is an answer, not a feed that breaks off
        return new Reply.Stream("text/event-stream", out -> {
            try (var study = studies.read(visit.at("study"))) {
                follow(visit.at("study"), study, from, out);
            } catch (UncheckedIOException gone) {
                throw gone.getCause();
            }
        });
    }

    private void follow(String name, ReadStudy study, long from, OutputStream out) throws IOException {
        long next = from;
        long spoken = System.nanoTime();
        out.write(": here\n\n".getBytes(StandardCharsets.UTF_8));
        out.flush();
        do {
            var some = some(study.view(), next, MOST);
            for (var event : some) {
                write(event, out);
            }
            next += some.size();
            boolean quiet = some.isEmpty() && System.nanoTime() - spoken < SIGN_OF_LIFE.toNanos();
            if (!quiet) {
                out.write(some.isEmpty() ? ": here\n\n".getBytes(StandardCharsets.UTF_8) : new byte[0]);
                out.flush();
                spoken = System.nanoTime();
            }
        } while (awaited(name, next));
    }

    private static void write(Logged event, OutputStream out) throws IOException {
        var text = "id: %d\nevent: %s\ndata: %s\n\n".formatted(event.position(), EventForm.kind(event.event()), EventForm.line(event));
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    /// Waits until the log has grown: told by the engine where it is ours, else by looking.
    ///
    /// @return whether the feed goes on
    private boolean awaited(String name, long length) {
        try {
            var open = studies.find(name);
            if (open.isPresent()) {
                open.get().desk().await(length, LOOK);
            }
            return !studies.awaitEnd(open.isPresent() ? Duration.ZERO : LOOK);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
