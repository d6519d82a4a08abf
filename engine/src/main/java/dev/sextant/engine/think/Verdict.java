package dev.sextant.engine.think;

import dev.sextant.engine.study.StudyState;
import dev.sextant.model.space.Configuration;
import dev.sextant.model.study.Duplicates;
import dev.sextant.model.trial.TrialState;

/// What the study's policy says of a configuration that somebody proposes.
public sealed interface Verdict {
    /// It may run.
    record Fresh() implements Verdict {}

    /// It takes over the result of a complete trial.
    record SameAs(int trial) implements Verdict {}

    /// It breaks a constraint, or is a duplicate.
    record TurnedDown(String why) implements Verdict {}

    /// Judges a configuration. O(constraints).
    static Verdict on(Configuration configuration, StudyState state) {
        var broken = state.spec().space().broken(configuration);
        return broken.<Verdict>map(c -> new TurnedDown("it breaks the constraint '%s'".formatted(c)))
                .orElseGet(() -> onDuplicate(configuration, state));
    }

    private static Verdict onDuplicate(Configuration configuration, StudyState state) {
        int times = state.timesTried(configuration);
        if (times == 0) {
            return new Fresh();
        }
        int first = state.firstTrialOf(configuration).orElseThrow();
        var turnedDown = new TurnedDown("it equals trial %d, which is %s".formatted(first, state.state(first).word()));
        return switch (state.spec().duplicates()) {
            case Duplicates.Forbid _ -> turnedDown;
            case Duplicates.Reuse _ -> state.state(first) == TrialState.COMPLETE ? new SameAs(first) : turnedDown;
            case Duplicates.Allow(int most) -> times < most ? new Fresh() : turnedDown;
        };
    }
}
