package dev.sextant.app.cli;

import dev.sextant.engine.port.StudyView;
import dev.sextant.model.study.Settings;
import dev.sextant.model.study.StudySpec;
import dev.sextant.wire.study.StudyForm.Understood;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a command line says about a study, whatever is stored under its name.
///
/// @param seedIsDrawn whether its seed is one that is drawn anew each time
/// @param beside what earlier studies, and the stored one of its name, mean for it; one line each
record Explained(Understood study, boolean seedIsDrawn, List<String> beside) {
    static Explained of(Call call, Studies studies, Settings standard) {
        var request = StudyRequest.of(call, studies);
        if (request.stored().isEmpty()) {
            var fresh = request.fresh(StudySeed.draw(), standard);
            return new Explained(fresh, !request.statesSeed(), beside(studies, request, fresh.spec()));
        }
        try (var study = studies.read(request.stored())) {
            var wanted = request.over(study.view());
            return new Explained(wanted, false, change(study.view(), wanted.spec(), true));
        }
    }

    private static List<String> beside(Studies studies, StudyRequest request, StudySpec wanted) {
        var lines = new ArrayList<String>();
        if (!wanted.warmStart().isEmpty()) {
            lines.add("warm start   " + Memories.of(studies.home(), wanted, wanted.warmStart()).text());
        }
        if (studies.exists(wanted.name())) {
            try (var study = studies.read(Optional.of(wanted.name()))) {
                lines.addAll(change(study.view(), wanted, request.statesSeed()));
            }
        }
        return lines;
    }

    private static List<String> change(StudyView stored, StudySpec wanted, boolean seedStated) {
        var differences = Differences.between(stored.spec(), wanted, seedStated);
        if (differences.isEmpty()) {
            return List.of();
        }
        var lines = new ArrayList<>(differences.stream().map(d -> "changed      " + d).toList());
        lines.add("evolve       " + (Differences.fixed(stored.spec(), wanted, seedStated).isEmpty()
                ? "the stored study '%s' may go on so (--evolve): %s".formatted(stored.spec().name(), Evolving.planned(stored, wanted).text())
                : "not possible: another objective, seed or fidelity is another study"));
        return lines;
    }
}
