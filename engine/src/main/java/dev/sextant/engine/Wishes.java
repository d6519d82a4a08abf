package dev.sextant.engine;

import dev.sextant.engine.port.StudyStore;
import dev.sextant.engine.study.Decide;
import dev.sextant.engine.study.StudyState;
import dev.sextant.engine.think.Verdict;
import dev.sextant.model.event.StudyEvent.Source;
import dev.sextant.model.event.StudyEvent;
import dev.sextant.model.space.Configuration;
import dev.sextant.model.trial.Metrics;
import dev.sextant.model.trial.Origin;
import dev.sextant.model.trial.Outcome;
import dev.sextant.model.trial.TrialRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SequencedMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// Makes trials of what somebody wants: configurations to be tried, and results that were found elsewhere. The key of a wish stands in
/// the log beside its trial, so that whoever repeats it gets that trial, whatever was killed meanwhile. Thread-safe.
///
/// @param change writes, under the study's lock, the events that are decided on there, and waits until all so far is durable
record Wishes(StudyStore store, StudyState state, Consumer<Supplier<List<StudyEvent>>> change) {
    int enqueue(Wanted wanted) {
        var configuration = state.spec().space().accept(wanted.parameters());
        return trial(wanted, trial -> trial.origin() == Origin.ENQUEUED && trial.configuration().equals(configuration), () -> {
            if (Verdict.on(configuration, state) instanceof Verdict.TurnedDown(String reason)) {
                throw new IllegalArgumentException("Study '%s': %s cannot be enqueued: %s."
                        .formatted(state.spec().name(), configuration, reason));
            }
            var proposed = proposed(configuration, Origin.ENQUEUED, wanted);
            return wanted.priority() == 0 ? List.of(proposed) : List.of(proposed, new StudyEvent.Prioritised(state.trials(), wanted.priority()));
        });
    }

    int add(Wanted wanted, Metrics metrics) {
        var configuration = state.spec().space().accept(wanted.parameters());
        var outcome = new Outcome.Completed(metrics);
        return trial(wanted, trial -> trial.origin() == Origin.ADDED && trial.configuration().equals(configuration) && trial.metrics().equals(metrics), () -> {
            Decide.checkValues(state, state.trials(), outcome);
            return List.of(proposed(configuration, Origin.ADDED, wanted), new StudyEvent.Ended(state.trials(), 0, outcome, Optional.empty()));
        });
    }

    /// The trial of a wish: the one that it has already become, or else a new one.
    ///
    /// @param fits whether a trial is what is wanted
    private int trial(Wanted wanted, Predicate<TrialRecord> fits, Supplier<List<StudyEvent>> events) {
        var number = new int[1];
        change.accept(() -> {
            var before = wanted.key().map(state::trialOfKey).orElse(OptionalInt.empty());
            number[0] = before.orElse(state.trials());
            return before.isPresent() ? List.of() : events.get();
        });
        if (wanted.key().isPresent() && store.trial(number[0]).filter(fits).isEmpty()) {
            throw new KeyTakenException("""
                    Study '%s': the key '%s' is that of trial %d, which is something else.
                    Use a new key for each configuration.""".formatted(state.spec().name(), wanted.key().get(), number[0]));
        }
        return number[0];
    }

    private StudyEvent proposed(Configuration configuration, Origin origin, Wanted wanted) {
        return new StudyEvent.Proposed(state.trials(), configuration, OptionalLong.empty(), origin, wanted.why(), "", Source.NONE,
                OptionalInt.empty(), wanted.key());
    }

    /// Says how urgent trials are.
    ///
    /// @return those for which it came too late
    /// @throws IllegalArgumentException if there is no such trial; nothing has changed then
    List<Integer> prioritise(SequencedMap<Integer, Integer> priorities) {
        var late = new ArrayList<Integer>();
        change.accept(() -> priorities.sequencedEntrySet().stream().flatMap(e -> {
            var event = Decide.prioritise(state, e.getKey(), e.getValue());
            if (event.isEmpty()) {
                late.add(e.getKey());
            }
            return event.stream();
        }).toList());
        return late;
    }
}
