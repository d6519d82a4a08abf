package dev.sextant.app.cli;

import dev.sextant.wire.lines.LinesClient;
import dev.sextant.wire.tree.JsonWriter;
import dev.sextant.wire.tree.Node;
import java.util.function.Consumer;

/// Steers one study by the lines of `pipe`, whoever holds it.
///
/// @param letGo done when all is said
record Steering(String study, LinesClient client, Runnable letGo) implements AutoCloseable {
    /// Has one request done.
    ///
    /// @param request the kind: `enqueue`
    /// @param members what belongs to it, besides the study
    /// @return the answer
    /// @throws dev.sextant.wire.lines.LineRefusedException if the answer is an error
    Node.Obj send(String request, Consumer<JsonWriter> members) {
        return client.send(request, study, members);
    }

    @Override
    public void close() {
        client.close();
        letGo.run();
    }
}
