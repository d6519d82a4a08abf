package dev.sextant.engine;

import dev.sextant.engine.study.StudyState;
import dev.sextant.model.event.StudyEvent.Source;
import dev.sextant.model.event.StudyEvent;
import dev.sextant.model.space.Configuration;
import dev.sextant.model.trial.Origin;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalLong;
import java.util.SequencedMap;

/// With what a study begins whatever its strategy: the defaults, then the best configuration of each earlier study that it
/// remembers, [#MOST_SOURCES] at most.
final class FirstTrials {
    private static final int MOST_SOURCES = 10;

    private FirstTrials() {}

    /// @param state of a study without trials
    static List<StudyEvent> of(StudyState state) {
        SequencedMap<Configuration, StudyEvent> first = new LinkedHashMap<>();
        var space = state.spec().space();
        var defaults = space.start();
        if (space.allows(defaults)) {
            first.put(defaults, proposed(0, defaults, Origin.DEFAULTS, "the defaults"));
        }
        for (var source : state.legacy().sources().stream().limit(MOST_SOURCES).toList()) {
            var best = state.legacy().best(source).orElseThrow();
            first.computeIfAbsent(best, b -> proposed(first.size(), b, Origin.ENQUEUED, "the best of study '%s'".formatted(source)));
        }
        return new ArrayList<>(first.sequencedValues());
    }

    private static StudyEvent proposed(int trial, Configuration configuration, Origin origin, String why) {
        return new StudyEvent.Proposed(trial, configuration, OptionalLong.empty(), origin, why, "", Source.NONE);
    }
}
