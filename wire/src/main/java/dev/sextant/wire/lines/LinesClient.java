package dev.sextant.wire.lines;

import dev.sextant.wire.tree.JsonReader;
import dev.sextant.wire.tree.JsonWriter;
import dev.sextant.wire.tree.Node;
import dev.sextant.wire.tree.Source;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/// Speaks JSON lines with whoever holds a study: over its Unix socket, or within one process. The lines are described in
/// `docs/reference/pipe.md`. Thread-safe; requests of several threads follow one another.
public final class LinesClient implements AutoCloseable {
    private final Exchange exchange;
    private final ReentrantLock turn = new ReentrantLock();

    private LinesClient(Exchange exchange) {
        this.exchange = exchange;
    }

    /// Connects to a Unix socket.
    ///
    /// @throws java.io.UncheckedIOException if nobody listens there
    public static LinesClient connect(Path socket) {
        return new LinesClient(new SocketExchange(socket));
    }

    /// Speaks with a door of this process; the exchange is closed with the client.
    public static LinesClient to(Exchange exchange) {
        return new LinesClient(exchange);
    }

    /// Has one request done.
    ///
    /// @param request the kind: `enqueue`
    /// @param members writes what belongs to it besides the study
    /// @return the answer
    /// @throws LineRefusedException if the answer is an error
    /// @throws java.io.UncheckedIOException if there is no answer
    public Node.Obj send(String request, String study, Consumer<JsonWriter> members) {
        var line = new JsonWriter().startObject().name(request).startObject().name("study").text(study);
        members.accept(line);
        return accepted(exchanged(line.endObject().endObject().finish()));
    }

    private String exchanged(String line) {
        turn.lock();
        try {
            return exchange.answer(line);
        } finally {
            turn.unlock();
        }
    }

    private static Node.Obj accepted(String answer) {
        if (!(JsonReader.read(Source.file("answer", answer)) instanceof Node.Obj object)) {
            throw new LineRefusedException("not_json", "The answer is no JSON object: " + answer);
        }
        object.find("error").ifPresent(error -> {
            throw refused(error.value(), answer);
        });
        return object;
    }

    private static LineRefusedException refused(Node error, String answer) {
        return error instanceof Node.Obj object
                ? new LineRefusedException(text(object, "code").orElse(""), text(object, "message").orElse(answer))
                : new LineRefusedException("", answer);
    }

    private static Optional<String> text(Node.Obj object, String member) {
        return object.find(member).map(Node.Member::value)
                .flatMap(n -> n instanceof Node.Text(String text, _) ? Optional.of(text) : Optional.empty());
    }

    @Override
    public void close() {
        exchange.close();
    }
}
