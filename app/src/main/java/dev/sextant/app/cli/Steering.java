package dev.sextant.app.cli;

import dev.sextant.wire.tree.JsonWriter;
import dev.sextant.wire.tree.Node;
import java.util.function.Consumer;

/// Steers one study by lines as `pipe` reads them, whoever holds it.
interface Steering extends AutoCloseable {
    /// Has one request done.
    ///
    /// @param request the verb: `enqueue`
    /// @param members what belongs to it, besides the study
    /// @return the answer
    /// @throws UsageException if the answer is an error
    Node.Obj send(String request, Consumer<JsonWriter> members);

    @Override
    void close();
}
