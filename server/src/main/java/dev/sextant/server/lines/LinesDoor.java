package dev.sextant.server.lines;

import dev.sextant.model.trial.Tie;
import dev.sextant.server.request.ErrorCode;
import dev.sextant.server.request.Handlers;
import dev.sextant.server.request.Refusal;
import dev.sextant.server.request.Request;
import dev.sextant.server.request.RequestRefusedException;
import dev.sextant.server.request.Studies;
import dev.sextant.wire.lines.Exchange;
import dev.sextant.wire.lines.LineReader;
import dev.sextant.wire.lines.LineReader.Line;
import dev.sextant.wire.tree.FormException;
import dev.sextant.wire.tree.JsonReader;
import dev.sextant.wire.tree.JsonWriter;
import dev.sextant.wire.tree.Node;
import dev.sextant.wire.tree.Position;
import dev.sextant.wire.tree.Source;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/// The door of JSON lines for one speaker: every line is answered by one line, in order; a bad one by an error, and then
/// it goes on. The lines are described in `docs/reference/pipe.md`.
///
/// The same lines give the same answers, whatever the clock says. Beyond what the study itself needs, a line costs some
/// ten microseconds and time in proportion to its length. Thread-safe: lines of several threads follow one another.
public final class LinesDoor implements Exchange {
    /// The longest line, in bytes of UTF-8 without its end.
    public static final int MAX_LINE = 8 << 20;

    private static final String BY_HAND = "hand";

    private final SpeakerSession session;
    private final ReentrantLock turn = new ReentrantLock();
    private boolean closed;

    private LinesDoor(SpeakerSession session) {
        this.session = session;
    }

    /// A door whose speaker runs the trials it asks for: they return to the queue when the door is closed.
    ///
    /// @param speaker in whose name trials are asked; no other open door of these studies has the same
    public static LinesDoor pipe(Studies studies, String speaker) {
        return new LinesDoor(new SpeakerSession(studies, speaker, Tie.PROCESS));
    }

    /// A door for those who ask now and tell whenever they like, through any door: the trials stay with them.
    public static LinesDoor byHand(Studies studies) {
        return new LinesDoor(new SpeakerSession(studies, BY_HAND, Tie.NONE));
    }

    /// Answers the lines of a stream until it ends, or until nobody reads the answers, and closes the door. Blank lines
    /// are passed over. Answers are flushed before more lines are waited for.
    public void serve(InputStream in, OutputStream out) {
        var answers = new BufferedOutputStream(out, 1 << 16);
        try (this) {
            var lines = new LineReader(in, MAX_LINE, () -> flush(answers));
            for (var line = lines.next(); line.isPresent() && !isClosed(); line = lines.next()) {
                answer(line.get()).ifPresent(answer -> write(answers, answer));
            }
            flush(answers);
        } catch (UncheckedIOException gone) {
            // Whoever spoke is gone: that ends a pipe just as the end of its input does.
        }
    }

    private static void write(OutputStream answers, String answer) {
        try {
            answers.write(answer.getBytes(StandardCharsets.UTF_8));
            answers.write('\n');
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static void flush(OutputStream answers) {
        try {
            answers.flush();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private Optional<String> answer(Line line) {
        return switch (line) {
            case Line.Text(String text) -> text.isBlank() ? Optional.empty() : Optional.of(answer(text));
            case Line.TooLong() -> Optional.of(unread(ErrorCode.TOO_LONG,
                    "The line is longer than %d bytes and was not read.".formatted(MAX_LINE)));
            case Line.NotText() -> Optional.of(unread(ErrorCode.NOT_JSON, "The line is not UTF-8."));
        };
    }

    private static String unread(ErrorCode code, String message) {
        return Refusal.ofLine(code, message, Source.file("line", "").start()).line(Optional.empty());
    }

    @Override
    public String answer(String line) {
        Node.Obj object;
        try {
            object = object(line);
        } catch (FormException mistake) {
            return Refusal.unreadable(mistake).line(Optional.empty());
        }
        var id = object.find("id").map(Node.Member::value);
        turn.lock();
        try {
            return done(object, id);
        } catch (RuntimeException refused) {
            return Refusal.of(refused, place(object)).line(id);
        } finally {
            turn.unlock();
        }
    }

    private static Node.Obj object(String line) {
        var document = JsonReader.read(Source.file("line", line));
        if (document instanceof Node.Obj object) {
            return object;
        }
        throw document.at().error("A line is an object, not %s.\nExample: {\"ask\":{\"study\":\"s\"}}".formatted(document.shown()));
    }

    private String done(Node.Obj object, Optional<Node> id) {
        if (closed) {
            throw new RequestRefusedException(ErrorCode.NOT_ALLOWED, "The door is closed.");
        }
        var json = new JsonWriter().startObject();
        id.ifPresent(given -> json.name("id").node(given));
        var request = Request.of(object, Handlers.KINDS);
        Handlers.answer(request, session, json);
        return json.endObject().finish();
    }

    /// Where the request of a line stands; the line itself if it has not exactly one.
    private static Position place(Node.Obj object) {
        var requests = object.members().stream().filter(m -> !m.name().equals("id")).toList();
        return requests.size() == 1 ? requests.getFirst().at() : object.at();
    }

    private boolean isClosed() {
        turn.lock();
        try {
            return closed;
        } finally {
            turn.unlock();
        }
    }

    /// Puts back the trials of a pipe and lets go of its studies, once the line under way is answered. Idempotent.
    @Override
    public void close() {
        turn.lock();
        try {
            if (!closed) {
                closed = true;
                session.end();
            }
        } finally {
            turn.unlock();
        }
    }
}
