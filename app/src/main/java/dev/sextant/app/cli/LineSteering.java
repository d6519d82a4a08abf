package dev.sextant.app.cli;

import dev.sextant.wire.tree.JsonReader;
import dev.sextant.wire.tree.JsonWriter;
import dev.sextant.wire.tree.Node;
import dev.sextant.wire.tree.Source;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// Steers a study by JSON lines, as `pipe` reads them.
///
/// @param line sends one line and returns the answer to it
/// @param closing lets go of what the lines go through
record LineSteering(String study, UnaryOperator<String> line, Runnable closing) implements Steering {
    @Override
    public Node.Obj send(String request, Consumer<JsonWriter> members) {
        var json = new JsonWriter().startObject().name(request).startObject().name("study").text(study);
        members.accept(json);
        var answer = line.apply(json.endObject().endObject().finish());
        if (!(JsonReader.read(Source.file("answer", answer)) instanceof Node.Obj object)) {
            throw new IllegalStateException("The answer to %s is no object: %s".formatted(request, answer));
        }
        object.find("error").ifPresent(error -> {
            throw new UsageException(message(error.value()));
        });
        return object;
    }

    private static String message(Node error) {
        return error instanceof Node.Obj object && object.find("message").map(Node.Member::value).orElse(error) instanceof Node.Text text
                ? text.text() : JsonWriter.write(error);
    }

    @Override
    public void close() {
        closing.run();
    }
}
