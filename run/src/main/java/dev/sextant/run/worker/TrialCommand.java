package dev.sextant.run.worker;

import dev.sextant.model.trial.Lease;
import dev.sextant.run.command.EnvironmentName;
import dev.sextant.run.command.Surroundings;
import dev.sextant.run.launch.Command;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// The command of an attempt with the environment it sees. Immutable; one serves all attempts of a study.
final class TrialCommand {
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    private final TrialPlan plan;
    private final SequencedMap<String, String> inherited = new LinkedHashMap<>();

    TrialCommand(TrialPlan plan) {
        this.plan = plan;
        inherited.put("PYTHONUNBUFFERED", "1");
        inherited.put("OMP_NUM_THREADS", Integer.toString(Math.max(1, plan.settings().resources().cpus())));
        System.getenv().forEach((name, value) -> {
            if (!name.startsWith("SEXTANT_")) {
                inherited.put(name, value);
            }
        });
    }

    Command of(Lease lease, RunFolder folder, List<String> gpus) {
        var values = plan.values(lease);
        var texts = new LinkedHashMap<String, String>();
        values.forEach((name, value) -> texts.put(name, value.text()));
        var program = plan.program();
        var surroundings = new Surroundings(plan.seed(lease), folder.path().toString(), folder.checkpoint().toString(), program.home(), JAVA.toString());
        return new Command(plan.reading().template().fill(texts, surroundings), environment(lease, folder, gpus, texts),
                program.inRunFolder() ? folder.path() : Path.of(program.directory()));
    }

    private SequencedMap<String, String> environment(Lease lease, RunFolder folder, List<String> gpus, SequencedMap<String, String> texts) {
        var all = new LinkedHashMap<>(inherited);
        if (!gpus.isEmpty()) {
            all.put("CUDA_VISIBLE_DEVICES", String.join(",", gpus));
        }
        all.putAll(plan.program().environment());
        all.put("SEXTANT_STUDY", plan.spec().name());
        all.put("SEXTANT_TRIAL", Integer.toString(lease.trial()));
        all.put("SEXTANT_ATTEMPT", Integer.toString(lease.attempt()));
        all.put("SEXTANT_SEED", Long.toString(plan.seed(lease)));
        all.put("SEXTANT_RUN_DIR", folder.path().toString());
        all.put("SEXTANT_CHECKPOINT", folder.checkpoint().toString());
        all.put("SEXTANT_PARAMS", folder.parameters().toString());
        all.put("SEXTANT_RESULT", folder.result().toString());
        plan.spec().fidelity().ifPresent(range -> all.put("SEXTANT_FIDELITY", Long.toString(lease.fidelity().orElse(range.max()))));
        texts.forEach((name, text) -> all.put("SEXTANT_PARAM_" + EnvironmentName.of(name), text));
        return all;
    }
}
