package dev.sextant.app.cli;

import dev.sextant.engine.port.StudyView;
import dev.sextant.model.study.Settings;
import dev.sextant.model.study.StudySpec;
import dev.sextant.store.home.HeldStudy;
import dev.sextant.wire.study.StudyForm.Understood;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Which study a command line means: a new one, or one that is stored and may be continued.
///
/// @param study with the settings that hold from now on
/// @param step what is to be done before it can be run
/// @param isPaused whether it is stored and paused
record StudyChoice(Understood study, Step step, boolean isPaused) {
    static final Flag NEW = Flag.onOff("--new", "a new study, NAME-2, where the name is taken by another one").in("study");
    static final Flag EVOLVE = Flag.onOff("--evolve", "go on with the stored study in a changed space").in("study");

    /// What is to be done with a study before it can be run.
    sealed interface Step {
        /// It is made.
        record Make(Memories memories) implements Step {}

        /// Nothing.
        record GoOn() implements Step {}

        /// It is taken into another space.
        record Evolve(Evolving evolving) implements Step {}
    }

    /// Chooses.
    ///
    /// @param standard what holds for a new study where nothing is said
    /// @throws UsageException if the name is that of a stored study that differs
    static StudyChoice of(Call call, Studies studies, Settings standard) {
        if (call.has(NEW) && call.has(EVOLVE)) {
            throw new UsageException("--new makes another study, --evolve changes the stored one; give one of them.");
        }
        var request = StudyRequest.of(call, studies);
        if (request.stored().isPresent()) {
            return stored(call, studies, request, request.stored().get());
        }
        var fresh = request.fresh(StudySeed.draw(), standard);
        var name = fresh.spec().name();
        if (!studies.exists(name)) {
            return made(call, studies, fresh);
        }
        return call.has(NEW) ? made(call, studies, named(fresh, free(studies, name))) : stored(call, studies, request, name);
    }

    private static StudyChoice made(Call call, Studies studies, Understood fresh) {
        if (call.has(EVOLVE)) {
            throw new UsageException("There is no study '%s' yet whose space could be changed.%nLeave --evolve out to begin it, or name the stored one (--name)."
                    .formatted(fresh.spec().name()));
        }
        var memories = Memories.of(studies.home(), fresh.spec(), fresh.spec().warmStart());
        return new StudyChoice(noted(fresh, memories.found().isEmpty() ? List.of() : List.of("It starts from " + memories.text() + ".")),
                new Step.Make(memories), false);
    }

    private static StudyChoice stored(Call call, Studies studies, StudyRequest request, String name) {
        try (var study = studies.read(Optional.of(name))) {
            var view = study.view();
            var wanted = request.over(view);
            boolean seedStated = request.statesSeed() || request.stored().isPresent();
            boolean paused = study.isPaused().getAsBoolean();
            var differences = Differences.between(view.spec(), wanted.spec(), seedStated);
            if (differences.isEmpty()) {
                refuseIdle(call, view.spec());
                return new StudyChoice(new Understood(view.spec(), wanted.settings(), wanted.notices()), new Step.GoOn(), paused);
            }
            if (!call.has(EVOLVE)) {
                throw refused(studies, view, wanted.spec(), differences);
            }
            var evolving = Evolving.of(view, wanted.spec(), seedStated);
            var notice = "Study '%s' goes on in version %d of its space; %s.".formatted(name, evolving.next().space().version(), evolving.text());
            return new StudyChoice(noted(new Understood(evolving.next(), wanted.settings(), wanted.notices()), List.of(notice)),
                    new Step.Evolve(evolving), paused);
        }
    }

    /// The command that changed a study goes on with it when it is given again.
    private static void refuseIdle(Call call, StudySpec stored) {
        if (call.has(EVOLVE) && stored.space().version() == 1) {
            throw new UsageException("Study '%s' is stored just so; there is nothing to evolve.%nLeave --evolve out to go on with it."
                    .formatted(stored.name()));
        }
    }

    private static UsageException refused(Studies studies, StudyView stored, StudySpec wanted, List<String> differences) {
        var name = stored.spec().name();
        boolean may = Differences.fixed(stored.spec(), wanted, false).isEmpty();
        return new UsageException("""
                Study '%s' is stored, and differs:
                  %s
                Give this one another name (--name NAME), or have it called %s (--new).
                %s""".formatted(name, String.join("\n  ", differences), free(studies, name), may
                ? "To go on with the stored one as it would be now, say --evolve: %s.".formatted(Evolving.planned(stored, wanted).text())
                : "(--evolve changes a space, not what is measured.)"));
    }

    private static Understood noted(Understood study, List<String> more) {
        var all = new ArrayList<>(study.notices());
        all.addAll(more);
        return new Understood(study.spec(), study.settings(), all);
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

    boolean isNew() {
        return step instanceof Step.Make;
    }

    /// Does what is to be done, and takes the study.
    HeldStudy take(Studies studies) {
        return switch (step) {
            case Step.Make(var memories) -> {
                StudyCheck.check(study.spec());
                yield studies.home().create(study.spec(), study.settings(), memories.events());
            }
            case Step.GoOn _ -> studies.hold(study.spec().name());
            case Step.Evolve(var evolving) -> evolved(studies, evolving);
        };
    }

    private static HeldStudy evolved(Studies studies, Evolving evolving) {
        var held = studies.hold(evolving.stored().name());
        boolean taken = false;
        try {
            evolving.take(held.store(), studies.home());
            taken = true;
            return held;
        } finally {
            if (!taken) {
                held.close();
            }
        }
    }
}
