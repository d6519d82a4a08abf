package dev.sextant.run.worker;

import dev.sextant.model.trial.Lease;
import dev.sextant.wire.tree.JsonWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What lies in a run folder before the program starts.
final class Staging {
    private Staging() {}

    /// Makes the folder, writes the parameters, and links the inputs if the program starts there.
    static void prepare(TrialPlan plan, Lease lease, RunFolder folder) throws IOException {
        folder.make();
        var json = new JsonWriter().startObject();
        plan.values(lease).forEach((name, value) -> json.name(name).value(value));
        Files.writeString(folder.parameters(), json.endObject().finish() + "\n");
        if (plan.program().inRunFolder()) {
            for (var input : plan.program().inputs()) {
                link(Path.of(plan.program().home()), input, folder.path());
            }
        }
    }

    /// Inputs keep their place relative to the study file; those from outside its folder keep their name.
    private static void link(Path home, String input, Path folder) throws IOException {
        var target = home.resolve(input).toAbsolutePath().normalize();
        var place = target.startsWith(home) ? folder.resolve(home.relativize(target)) : folder.resolve(target.getFileName());
        Files.createDirectories(place.getParent());
        Files.createSymbolicLink(place, target);
    }
}
