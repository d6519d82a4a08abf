package dev.sextant.app.cli;

import dev.sextant.model.study.Program;
import dev.sextant.model.study.Settings;
import dev.sextant.model.study.StudySpec;
import dev.sextant.run.machine.Machine;
import dev.sextant.run.machine.Slots;
import dev.sextant.wire.study.StudyForm;
import dev.sextant.wire.study.StudyKeys;
import dev.sextant.wire.tree.JsonWriter;

/// `explain`: what was understood of a study file or command line; nothing is created or run.
final class ExplainVerb implements Verb {
    private static final Flag YAML = Flag.onOff("--yaml", "as a study file");
    private static final Flag SCHEMA = Flag.onOff("--schema", "every key a study file may have");

    @Override
    public Usage usage() {
        return Usage.of("explain", "what was understood of a study file or of flags; runs nothing")
                .words("[FILE|STUDY] [flags]", 1).rest("[-- COMMAND…]")
                .flags(YAML, SCHEMA, Usage.JSON).flags(StudyOptions.all())
                .examples("sextant explain study.yaml", "sextant explain -p lr=1e-5..1e-1:log --yaml -- python3 train.py > study.yaml");
    }

    @Override
    public ExitCode run(Call call) {
        if (call.has(SCHEMA)) {
            StudyKeys.ALL.forEach(k -> call.out().println("%-20s %-42s %s".formatted(k.path(), k.form(), k.help())));
            return ExitCode.DONE;
        }
        var study = StudyChoice.understood(call, Studies.of(call), Settings.STANDARD);
        if (call.has(YAML)) {
            call.out().print(StudyForm.yaml(study.spec(), study.settings()));
        } else if (call.has(Usage.JSON)) {
            call.out().println(JsonWriter.write(StudyForm.write(study.spec(), study.settings())));
        } else {
            print(call, study.spec(), study.settings());
        }
        study.notices().forEach(call.err()::println);
        StudyCheck.check(study.spec());
        study.spec().program().map(p -> Pasted.reading(study.spec(), p).warnings()).ifPresent(w -> w.forEach(call.err()::println));
        return ExitCode.DONE;
    }

    private static void print(Call call, StudySpec spec, Settings settings) {
        new StudyText(call.out()).print(spec, settings);
        call.out().println("slots        " + Slots.of(settings, Machine.here()).why());
        var first = spec.space().start();
        call.out().println("first trial  " + (spec.space().allows(first) ? first : "chosen by the strategy: a constraint forbids the defaults"));
        spec.program().map(Program::directory).ifPresent(d -> call.out().println("starts in    " + d));
        Pasted.line(spec, first).ifPresent(line -> call.out().println("runs         " + line));
    }
}
