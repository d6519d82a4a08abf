package dev.sextant.run.worker;

import dev.sextant.model.trial.Lease;
import dev.sextant.wire.tree.JsonWriter;
import dev.sextant.wire.tree.Node;
import dev.sextant.wire.tree.Position;
import dev.sextant.wire.tree.Source;
import java.io.IOException;
import java.nio.file.Files;

/// What lies in a run folder before the program starts.
final class Staging {
    private static final Position NOWHERE = Source.argument("params.json", "").start();

    private Staging() {}

    /// Makes the folder, writes the parameters, numbers with the same text as in flags and variables, and links the inputs if the program starts there.
    static void prepare(TrialPlan plan, Lease lease, RunFolder folder) throws IOException {
        folder.make();
        var json = new JsonWriter().startObject();
        plan.values(lease).forEach((name, value) -> json.name(name).node(Node.of(value, NOWHERE)));
        Files.writeString(folder.parameters(), json.endObject().finish() + "\n");
        plan.inputs().linkInto(folder.path());
    }
}
