package dev.sextant.app.cli;

import dev.sextant.app.results.Figures;
import dev.sextant.engine.Evolution;
import dev.sextant.engine.port.StudyStore;
import dev.sextant.engine.port.StudyView;
import dev.sextant.model.study.StudySpec;
import dev.sextant.store.home.StudyHome;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/// The step of a stored study into the space that a user asks for.
///
/// @param stored as the study is
/// @param next as it will be
/// @param evidence what of its trials fits
record Evolving(StudySpec stored, StudySpec next, Evolution.Evidence evidence) {
    /// The step, if it is one that may be taken.
    ///
    /// @param wanted what the user asks for
    /// @throws UsageException if it is another study altogether, or nothing of the stored one is evidence for it
    static Evolving of(StudyView study, StudySpec wanted, boolean seedStated) {
        var stored = study.spec();
        var fixed = Differences.fixed(stored, wanted, seedStated);
        if (!fixed.isEmpty()) {
            throw new UsageException("""
                    Study '%s' cannot be evolved so:
                      %s
                    That would be another study: give it a name (--name NAME); it may start from this one (--warm-start %s)."""
                    .formatted(stored.name(), String.join("\n  ", fixed), stored.name()));
        }
        var step = planned(study, wanted);
        if (step.evidence.complete() > 0 && step.evidence.fitting() == 0) {
            throw new UsageException("""
                    Study '%s': none of its %s fits the changed space, so that nothing would be kept.
                    A new parameter needs a default (@V) or what the program did before (was); or begin another study (--new)."""
                    .formatted(stored.name(), Figures.count(step.evidence.complete(), "result")));
        }
        StudyCheck.check(step.next);
        return step;
    }

    /// The step as it would be, whether or not it may be taken.
    static Evolving planned(StudyView study, StudySpec wanted) {
        var stored = study.spec();
        var sources = new LinkedHashSet<>(stored.warmStart());
        sources.addAll(wanted.warmStart());
        var next = new StudySpec(stored.name(), wanted.space().after(stored.space()), stored.objectives(), wanted.recorded(), stored.limits(),
                wanted.strategy(), stored.seed(), wanted.duplicates(), stored.fidelity(), wanted.stopping(), wanted.program(),
                List.copyOf(sources));
        return new Evolving(stored, next, Evolution.evidence(study, next.space()));
    }

    /// Takes the step.
    ///
    /// @param store that this process holds; no desk is open at it
    void take(StudyStore store, StudyHome home) {
        if (!store.spec().equals(stored)) {
            throw new UsageException("Study '%s' was changed by another process just now; try again.".formatted(stored.name()));
        }
        var added = new ArrayList<>(next.warmStart());
        added.removeAll(stored.warmStart());
        Evolution.step(store, next, Memories.of(home, next, added).events(), InstantSource.system());
    }

    /// What it comes to, for people.
    String text() {
        return "%d of its %s fit and are evidence".formatted(evidence.fitting(), Figures.count(evidence.complete(), "result"));
    }
}
