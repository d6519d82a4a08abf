package dev.sextant.app.cli;

import dev.sextant.model.study.Program;
import dev.sextant.model.study.Settings;
import dev.sextant.run.machine.Slots;
import dev.sextant.run.worker.TrialPlan;
import dev.sextant.wire.study.StudyForm.Understood;
import dev.sextant.wire.study.StudyForm;
import dev.sextant.wire.study.StudyKeys;
import dev.sextant.wire.tree.JsonWriter;
import dev.sextant.wire.tree.Node;
import dev.sextant.wire.tree.YamlWriter;
import java.util.List;
import java.util.Optional;

/// `explain`: what was understood of a study file or command line; nothing is created or run.
final class ExplainVerb implements Verb {
    private static final Flag YAML = Flag.onOff("--yaml", "as a study file").in("prints");
    private static final Flag SCHEMA = Flag.onOff("--schema", "every key a study file may have").in("prints");

    @Override
    public Usage usage() {
        return Usage.of("explain", "what was understood of a study file or of flags; runs nothing")
                .words("[FILE|STUDY] [flags]", 1).rest("[-- COMMAND…]")
                .flags(YAML, SCHEMA, Usage.JSON).flags(StudyOptions.all()).flags(TuneVerb.MACHINE_GPUS, StudyChoice.NEW, StudyChoice.EVOLVE, Screens.QUIET)
                .examples("sextant explain study.yaml", "sextant explain -p lr=1e-5..1e-1:log --yaml -- python3 train.py > study.yaml");
    }

    @Override
    public ExitCode run(Call call) {
        if (call.has(SCHEMA)) {
            StudyKeys.ALL.forEach(k -> call.out().println("%-20s %-42s %s".formatted(k.path(), k.form(), k.help())));
            return ExitCode.DONE;
        }
        var explained = Explained.of(call, Studies.of(call), Settings.STANDARD);
        var study = explained.study();
        var warnings = check(call, study);
        if (call.has(YAML)) {
            call.out().print(YamlWriter.write(document(explained)));
        } else if (call.has(Usage.JSON)) {
            call.out().println(JsonWriter.write(document(explained)));
        } else {
            print(call, explained);
        }
        study.notices().forEach(call.err()::println);
        warnings.forEach(call.err()::println);
        return ExitCode.DONE;
    }

    /// Refuses what `tune` would refuse.
    ///
    /// @return what it would warn of
    private static List<String> check(Call call, Understood study) {
        StudyCheck.check(study.spec());
        return study.spec().program().isEmpty() ? List.of()
                : TrialPlan.of(study.spec(), study.settings(), Studies.of(call).home().folder()).reading().warnings();
    }

    /// A seed that nobody stated is left out: a file with another one each time would be another study each time.
    private static Node.Obj document(Explained explained) {
        var document = StudyForm.write(explained.study().spec(), explained.study().settings());
        return explained.seedIsDrawn() ? document.without("seed") : document;
    }

    private static void print(Call call, Explained explained) {
        var spec = explained.study().spec();
        var settings = explained.study().settings();
        new StudyText(call.out()).print(explained);
        call.out().println("slots        " + Slots.of(settings, TuneVerb.machine(call)).why());
        var first = spec.space().start();
        explained.beside().forEach(call.out()::println);
        boolean allowed = spec.space().allows(first);
        call.out().println("first trial  " + (allowed ? first : "chosen by the strategy: a constraint forbids the defaults"));
        spec.program().filter(p -> !p.inRunFolder()).map(Program::directory).ifPresent(d -> call.out().println("starts in    " + d));
        Optional.of(first).filter(_ -> allowed).flatMap(f -> Pasted.line(spec, 0, f)).ifPresent(line -> call.out().println("runs         " + line));
    }
}
