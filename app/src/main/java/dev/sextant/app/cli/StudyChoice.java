package dev.sextant.app.cli;

import dev.sextant.model.study.Settings;
import dev.sextant.wire.study.StudyForm.Understood;
import java.util.List;
import java.util.Optional;

/// Which study a command line means: a new one, or one that is stored and may be continued.
///
/// @param study with the settings that hold from now on
/// @param isNew whether it is still to be created
/// @param isPaused whether it is stored and paused
record StudyChoice(Understood study, boolean isNew, boolean isPaused) {
    static final Flag NEW = Flag.onOff("--new", "a new study, NAME-2, where the name is taken by another one").in("study");

    /// Chooses.
    ///
    /// @param standard what holds for a new study where nothing is said
    /// @throws UsageException if the name is that of a stored study that differs
    static StudyChoice of(Call call, Studies studies, Settings standard) {
        var request = StudyRequest.of(call, studies);
        if (request.stored().isPresent()) {
            return stored(studies, request, request.stored().get());
        }
        var fresh = request.fresh(StudySeed.draw(), standard);
        var name = fresh.spec().name();
        if (!studies.exists(name)) {
            return new StudyChoice(fresh, true, false);
        }
        return call.has(NEW) ? new StudyChoice(named(fresh, free(studies, name)), true, false) : stored(studies, request, name);
    }

    /// What was understood, and whether its seed is one that is drawn anew each time.
    record Explained(Understood study, boolean seedIsDrawn) {}

    /// What a command line says about a study, whatever is stored under its name.
    static Explained understood(Call call, Studies studies, Settings standard) {
        var request = StudyRequest.of(call, studies);
        if (request.stored().isEmpty()) {
            return new Explained(request.fresh(StudySeed.draw(), standard), !request.statesSeed());
        }
        try (var study = studies.read(request.stored())) {
            return new Explained(request.over(study.view()), false);
        }
    }

    private static StudyChoice stored(Studies studies, StudyRequest request, String name) {
        try (var study = studies.read(Optional.of(name))) {
            var wanted = request.over(study.view());
            var differences = Differences.between(study.view().spec(), wanted.spec(), request.statesSeed() || request.stored().isPresent());
            if (!differences.isEmpty()) {
                throw refused(studies, name, differences);
            }
            return new StudyChoice(new Understood(study.view().spec(), wanted.settings(), wanted.notices()), false,
                    study.isPaused().getAsBoolean());
        }
    }

    private static UsageException refused(Studies studies, String name, List<String> differences) {
        return new UsageException("""
                Study '%s' is stored, and differs:
                  %s
                Give this one another name (--name NAME), or have it called %s (--new).
                (--evolve, which keeps the old trials as evidence, is not in this version.)"""
                .formatted(name, String.join("\n  ", differences), free(studies, name)));
    }

    private static Understood named(Understood study, String name) {
        return new Understood(study.spec().named(name), study.settings(), study.notices());
    }

    private static String free(Studies studies, String name) {
        int number = 2;
        while (studies.exists(name + "-" + number)) {
            number++;
        }
        return name + "-" + number;
    }
}
