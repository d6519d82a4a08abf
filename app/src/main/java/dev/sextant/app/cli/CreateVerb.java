package dev.sextant.app.cli;

import dev.sextant.model.study.Settings;

/// `create`: a study that nobody runs yet, for `ask` and `tell`.
final class CreateVerb implements Verb {
    @Override
    public Usage usage() {
        return Usage.of("create", "creates a study without running it, for ask and tell")
                .words("[FILE] [flags]", 1).rest("[-- COMMAND…]")
                .flags(StudyOptions.all()).flags(StudyChoice.NEW, StudyChoice.EVOLVE)
                .examples("sextant create --name lenet -p lr=1e-5..1e-1:log --metric loss:min",
                        "sextant create study.yaml && sextant ask study");
    }

    @Override
    public ExitCode run(Call call) {
        var studies = Studies.of(call);
        var choice = StudyChoice.of(call, studies, Settings.BY_HAND);
        var spec = choice.study().spec();
        if (!(choice.step() instanceof StudyChoice.Step.GoOn)) {
            choice.take(studies).close();
        }
        choice.study().notices().forEach(call.err()::println);
        call.err().println("Study '%s' %s (strategy %s, seed %d).".formatted(spec.name(),
                switch (choice.step()) {
                    case StudyChoice.Step.Make _ -> "is created";
                    case StudyChoice.Step.Evolve _ -> "is changed";
                    case StudyChoice.Step.GoOn _ -> "is there already";
                }, spec.strategy().name(), spec.seed()));
        call.out().println(spec.name());
        return ExitCode.DONE;
    }
}
