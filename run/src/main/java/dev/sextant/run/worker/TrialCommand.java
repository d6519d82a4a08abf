package dev.sextant.run.worker;

import dev.sextant.model.trial.Lease;
import dev.sextant.run.command.EnvironmentName;
import dev.sextant.run.command.Surroundings;
import dev.sextant.run.launch.Command;
import dev.sextant.run.launch.Environment;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// The command of an attempt with the environment it sees. Immutable; one serves all attempts of a study.
final class TrialCommand {
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    private final TrialPlan plan;
    private final Environment shared;

    TrialCommand(TrialPlan plan) {
        this.plan = plan;
        shared = Environment.of(shared(plan));
    }

    private static SequencedMap<String, String> shared(TrialPlan plan) {
        var shared = new LinkedHashMap<String, String>();
        shared.put("PYTHONUNBUFFERED", "1");
        shared.put("OMP_NUM_THREADS", Integer.toString(Math.max(1, plan.settings().resources().cpus())));
        System.getenv().forEach((name, value) -> {
            if (!name.startsWith("SEXTANT_")) {
                shared.put(name, value);
            }
        });
        restoreLocale(shared);
        return shared;
    }

    /// The launch script may have changed the locale for this process alone; an empty word means that there was none.
    private static void restoreLocale(SequencedMap<String, String> variables) {
        var locale = System.getenv("SEXTANT_LC_ALL");
        if (locale != null && locale.isEmpty()) {
            variables.remove("LC_ALL");
        } else if (locale != null) {
            variables.put("LC_ALL", locale);
        }
    }

    Command of(Lease lease, RunFolder folder, List<String> gpus) {
        var texts = plan.names().texts(plan.values(lease));
        var program = plan.program();
        var surroundings = new Surroundings(plan.seed(lease), folder.path().toString(), folder.checkpoint().toString(), program.home(), JAVA.toString());
        return new Command(plan.reading().template().fill(texts, surroundings), shared.with(own(lease, surroundings, folder, gpus, texts)),
                program.inRunFolder() ? folder.path() : Path.of(program.directory()));
    }

    private SequencedMap<String, String> own(Lease lease, Surroundings surroundings, RunFolder folder, List<String> gpus, SequencedMap<String, String> texts) {
        var own = new LinkedHashMap<String, String>();
        if (!gpus.isEmpty()) {
            own.put("CUDA_VISIBLE_DEVICES", String.join(",", gpus));
        }
        own.putAll(plan.program().environment());
        own.put("SEXTANT_STUDY", plan.spec().name());
        own.put("SEXTANT_TRIAL", Integer.toString(lease.trial()));
        own.put("SEXTANT_ATTEMPT", Integer.toString(lease.attempt()));
        own.put("SEXTANT_SEED", Long.toString(surroundings.seed()));
        own.put("SEXTANT_RUN_DIR", surroundings.run());
        own.put("SEXTANT_CHECKPOINT", surroundings.checkpoint());
        own.put("SEXTANT_PARAMS", folder.parameters().toString());
        own.put("SEXTANT_RESULT", folder.result().toString());
        plan.spec().fidelity().ifPresent(range -> own.put("SEXTANT_FIDELITY", Long.toString(lease.fidelity().orElse(range.max()))));
        texts.forEach((name, text) -> own.put("SEXTANT_PARAM_" + EnvironmentName.of(name), text));
        return own;
    }
}
