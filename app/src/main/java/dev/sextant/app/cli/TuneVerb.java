package dev.sextant.app.cli;

import dev.sextant.model.study.Settings;
import dev.sextant.model.study.StudySpec;
import dev.sextant.run.machine.Machine;
import dev.sextant.run.machine.Slots;
import dev.sextant.run.worker.TrialPlan;
import java.util.Optional;

/// `tune`: creates or continues a study and runs it here.
final class TuneVerb implements Verb {
    static final Flag MACHINE_GPUS = Flag.of("--machine-gpus", "0,1", "the GPUs of this machine, instead of asking nvidia-smi").in("machine");

    @Override
    public Usage usage() {
        return Usage.of("tune", "runs a study here: a new one, or goes on with a stored one")
                .words("[FILE|STUDY] [flags]", 1).rest("-- COMMAND…")
                .flags(StudyOptions.all()).flags(StudyChoice.NEW, StudyChoice.EVOLVE, MACHINE_GPUS, Screens.QUIET, Usage.JSON.in("study"), TunePage.PAGE)
                .examples("sextant tune -p lr=1e-5..1e-1:log --metric accuracy:max -- python3 train.py",
                        "sextant tune lenet --trials 200");
    }

    @Override
    public ExitCode run(Call call) {
        var studies = Studies.of(call);
        var choice = StudyChoice.of(call, studies, Settings.STANDARD);
        var spec = choice.study().spec();
        var settings = choice.study().settings();
        if (spec.program().isEmpty()) {
            throw new UsageException(choice.isNew()
                    ? "tune needs a command to run behind '--': sextant tune -p lr=1e-5..1e-1:log -- python3 train.py"
                    : "Study '%s' has no command to run; it is asked and told by hand.%nTry: sextant ask %s"
                            .formatted(spec.name(), spec.name()));
        }
        var warnings = TrialPlan.of(spec, settings, studies.home().folder()).reading().warnings();
        var slots = Slots.of(settings, machine(call));
        var held = choice.take(studies);
        choice.study().notices().forEach(n -> say(call, n));
        warnings.forEach(w -> say(call, w));
        if (choice.isPaused()) {
            say(call, "Study '%s' was paused; it is resumed.".formatted(spec.name()));
        }
        elsewhere(call, spec, choice.isNew()).ifPresent(line -> say(call, line));
        say(call, begin(spec, choice.isNew(), slots));
        try (var _ = TunePage.of(call, studies.home(), spec.name())) {
            return new Tuning(call, held, slots).run(settings);
        }
    }

    static Machine machine(Call call) {
        return call.value(MACHINE_GPUS).map(g -> Machine.here().withGpus(g)).orElseGet(Machine::here);
    }

    /// The same words in another folder mean the stored study, whose program starts where that was made.
    private static Optional<String> elsewhere(Call call, StudySpec spec, boolean isNew) {
        var here = call.console().directory().toString();
        boolean byName = call.word(0).filter(spec.name()::equals).isPresent();
        return spec.program().filter(p -> !isNew && !byName && !p.inRunFolder() && !p.directory().equals(here))
                .map(p -> "Study '%s' was made in %s; its program starts there. (--name NAME makes another one here.)".formatted(spec.name(), p.directory()));
    }

    private static String begin(StudySpec spec, boolean isNew, Slots slots) {
        return "Study '%s' %s (strategy %s, seed %d); %s.".formatted(spec.name(), isNew ? "begins" : "goes on",
                spec.strategy().name(), spec.seed(), slots.why());
    }

    private static void say(Call call, String line) {
        if (!call.has(Screens.QUIET)) {
            call.err().println(line);
        }
    }
}
