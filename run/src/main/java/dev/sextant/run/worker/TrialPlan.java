package dev.sextant.run.worker;

import dev.sextant.model.study.FilePattern;
import dev.sextant.model.study.Program;
import dev.sextant.model.study.Settings;
import dev.sextant.model.study.StudySpec;
import dev.sextant.model.trial.Lease;
import dev.sextant.model.value.Value;
import dev.sextant.run.command.CommandReading;
import dev.sextant.run.command.Names;
import dev.sextant.run.command.Surroundings;
import dev.sextant.run.figure.MetricReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// All that is the same for every trial of a study, understood and checked.
///
/// @param runs absolute path of the folder of the run folders
/// @param checkpoints absolute path of the folder of the checkpoints, usually the same
/// @param names what the command may name
/// @param reading the command
/// @param inputs what is linked into each run folder
public record TrialPlan(StudySpec spec, Program program, Settings settings, Path runs, Path checkpoints, Names names,
        CommandReading reading, Inputs inputs) {
    /// Understands how a study's trials are run.
    ///
    /// @param runs the folder of the run folders
    /// @throws IllegalArgumentException with a message for the user, if the command, pattern or inputs cannot be used
    public static TrialPlan of(StudySpec spec, Settings settings, Path runs) {
        var program = spec.program().orElseThrow(() -> new IllegalArgumentException(
                "Study '%s' has no command, so nothing can be run; it is asked and told by hand.".formatted(spec.name())));
        var names = Names.of(spec);
        var reading = CommandReading.of(program, names);
        program.pattern().ifPresent(pattern -> MetricReader.pattern(pattern, spec.metrics(), _ -> { }));
        checkDirectory(program);
        checkEnvironment(program);
        checkSettings(settings);
        checkArtifacts(settings);
        var folder = runs.toAbsolutePath().normalize();
        return new TrialPlan(spec, program, settings, folder, folder, names, reading, Inputs.of(program));
    }

    /// The same with checkpoints in another folder, which other machines may see as well.
    public TrialPlan withCheckpoints(Path other) {
        return new TrialPlan(spec, program, settings, runs, other, names, reading, inputs);
    }

    private static void checkDirectory(Program program) {
        if (!program.inRunFolder() && !Files.isDirectory(Path.of(program.directory()))) {
            throw new IllegalArgumentException("""
                    workdir: there is no folder '%s' for the program to start in.
                    Make it, or give another one, 'run' (the run folder of each trial) or 'here' (where the study is started).""".formatted(program.directory()));
        }
    }

    private static void checkEnvironment(Program program) {
        program.environment().keySet().stream().filter(name -> name.startsWith("SEXTANT_")).findFirst().ifPresent(name -> {
            throw new IllegalArgumentException("""
                    env: '%s' cannot be set; the variables that start with SEXTANT_ are Sextant's own and tell a program about its trial.
                    Give it another name.""".formatted(name));
        });
    }

    private static void checkSettings(Settings settings) {
        if (settings.resources().cpus() < 1) {
            throw new IllegalArgumentException("""
                    resources.cpus is 0, but a trial takes at least 1 core.
                    To run more trials at once than there are cores, say how many: --slots N.""");
        }
        if (settings.timeout().filter(Duration::isZero).isPresent()) {
            throw new IllegalArgumentException("""
                    trial.timeout is 0s, after which every trial would fail at once.
                    Allow a longer time, such as 30m, or 'off' for no limit.""");
        }
    }

    private static void checkArtifacts(Settings settings) {
        settings.artifacts().files().stream().map(FilePattern::firstStep).filter(RunFolder::isOwn).findFirst().ifPresent(name -> {
            throw new IllegalArgumentException("""
                    artifacts: in the run folder '%s' is where Sextant itself keeps something of the trial, so it is no artifact.
                    Let the program write what is to be found again under another name; 'sextant log' shows what it printed.""".formatted(name));
        });
    }

    /// The values of an attempt: those of its configuration, then its fidelity.
    SequencedMap<String, Value> values(Lease lease) {
        var values = new LinkedHashMap<>(lease.configuration().values());
        spec.fidelity().ifPresent(range -> values.put(range.name(), new Value.Int(lease.fidelity().orElse(range.max()))));
        return values;
    }

    /// Whether the program can know how much of a trial it is to run, and so will end by itself when it has.
    boolean tellsFidelity() {
        return spec.fidelity().filter(range -> !reading.untold().contains(range.name())
                || program.command().stream().anyMatch(word -> word.contains("SEXTANT_FIDELITY"))).isPresent();
    }

    RunFolder folder(Lease lease) {
        return folder(lease.trial(), lease.attempt());
    }

    RunFolder folder(int trial, int attempt) {
        return RunFolder.of(runs, checkpoints, trial, attempt);
    }

    long seed(Lease lease) {
        return Surroundings.seed(spec.seed(), lease.trial());
    }
}
