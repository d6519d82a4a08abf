package dev.sextant.engine;

import dev.sextant.engine.port.StudyStore;
import dev.sextant.engine.port.StudyView;
import dev.sextant.engine.study.Decide;
import dev.sextant.engine.study.StudyState;
import dev.sextant.model.event.Logged;
import dev.sextant.model.event.StudyEvent.Source;
import dev.sextant.model.event.StudyEvent;
import dev.sextant.model.space.Configuration;
import dev.sextant.model.space.SearchSpace;
import dev.sextant.model.study.Settings;
import dev.sextant.model.study.StudySpec;
import dev.sextant.model.trial.Origin;
import dev.sextant.model.trial.Tie;
import dev.sextant.model.trial.TrialRecord;
import dev.sextant.model.trial.TrialState;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// The step of a study into another space, while nobody sits at its desk. Whoever opens the desk afterwards finds the new
/// space, and a strategy that is told of the old trials as far as they fit.
///
/// Trials that wait or are paused stay if they are the same in the new space. Otherwise they are cancelled; what a user
/// had asked for is queued again as it is in the new space, if it fits. A trial that was asked by hand may still be told.
public final class Evolution {
    /// How many of the trials with a value fit a space.
    public record Evidence(int fitting, int complete) {}

    private final StudyStore store;
    private final StudyState state;
    private final Instant now;
    private final List<Logged> events = new ArrayList<>();

    private Evolution(StudyStore store, Instant now) {
        this.store = store;
        this.now = now;
        this.state = new StudyState(store.spec());
        store.events(0, state::apply);
    }

    /// What of a study would be evidence in another space. Reads every trial.
    ///
    /// @param space the next version
    public static Evidence evidence(StudyView study, SearchSpace space) {
        var counts = new int[2];
        study.trials(trial -> {
            if (trial.state() == TrialState.COMPLETE) {
                counts[0] += space.fit(trial.configuration()).isPresent() ? 1 : 0;
                counts[1]++;
            }
        });
        return new Evidence(counts[0], counts[1]);
    }

    /// Takes the step, all of it or nothing; it is durable on return.
    ///
    /// @param store of which the caller is the only writer; no desk is open at it
    /// @param next with the [next version][SearchSpace#after] of the space
    /// @param memories results of earlier studies that join the evidence
    public static void step(StudyStore store, StudySpec next, List<StudyEvent.Remembered> memories, InstantSource clock) {
        var evolution = new Evolution(store, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        evolution.recover();
        evolution.into(next, evolution.state.settings());
        memories.forEach(evolution::add);
        store.append(evolution.events).await();
    }

    private void recover() {
        if (state.isOpen()) {
            add(new StudyEvent.Abandoned(StudyDesk.GONE));
        }
        state.leasesTiedTo(Tie.PROCESS).forEach(lease -> add(Decide.lose(state, lease, StudyDesk.GONE)));
    }

    private void into(StudySpec next, Settings settings) {
        record Moved(int trial, Optional<Configuration> fitted, int priority) {}
        var moved = new ArrayList<Moved>();
        for (int trial = 0; trial < state.trials(); trial++) {
            if (state.state(trial) == TrialState.QUEUED || state.state(trial) == TrialState.PAUSED) {
                var before = state.configuration(trial).orElseThrow();
                var after = next.space().fit(before);
                if (!after.equals(Optional.of(before))) {
                    moved.add(new Moved(trial, after, state.priority(trial)));
                }
            }
        }
        moved.forEach(m -> add(new StudyEvent.Cancelled(m.trial(), "the space was changed")));
        add(new StudyEvent.Evolved(next, settings));
        moved.stream().filter(m -> isWish(m.trial())).forEach(m -> m.fitted().ifPresent(c -> again(m.trial(), c, m.priority())));
    }

    private boolean isWish(int trial) {
        return store.trial(trial).map(TrialRecord::origin).filter(o -> o == Origin.ENQUEUED || o == Origin.DEFAULTS).isPresent();
    }

    private void again(int former, Configuration fitted, int priority) {
        int trial = state.trials();
        add(new StudyEvent.Proposed(trial, fitted, OptionalLong.empty(), Origin.ENQUEUED,
                "trial %d as it is in the changed space".formatted(former), "", Source.NONE));
        if (priority != 0) {
            add(new StudyEvent.Prioritised(trial, priority));
        }
    }

    private void add(StudyEvent event) {
        var logged = new Logged(state.length(), now, event);
        state.apply(logged);
        events.add(logged);
    }
}
