package dev.sextant.run.worker;

import dev.sextant.model.study.Keep;
import dev.sextant.model.trial.Lease;
import dev.sextant.wire.tree.JsonWriter;
import dev.sextant.wire.trial.ListedValues;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;

/// What lies in a run folder before the program starts.
final class Staging {
    private Staging() {}

    /// Makes the folder, writes the parameters, numbers with the same text as in flags and variables, links the inputs if the program starts there,
    /// and copies the checkpoint that the trial goes on from.
    ///
    /// @return why the program cannot be started; empty if it can
    static Optional<String> prepare(TrialPlan plan, Lease lease, RunFolder folder) throws IOException {
        folder.make();
        var json = new JsonWriter();
        ListedValues.write(plan.names().lists(), plan.values(lease), json);
        Files.writeString(folder.parameters(), json.finish() + "\n");
        plan.inputs().linkInto(folder.path());
        if (lease.parent().isEmpty() || folder.inherit(plan.folder(lease.parent().getAsInt(), 1))) {
            return Optional.empty();
        }
        return Optional.of("trial %d, which it goes on from, has no checkpoint in its run folder%s".formatted(
                lease.parent().getAsInt(), plan.settings().keep() instanceof Keep.All ? "" : "; 'keep' may have deleted it"));
    }
}
