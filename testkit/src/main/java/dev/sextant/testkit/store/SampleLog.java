package dev.sextant.testkit.store;

import dev.sextant.engine.port.StudyStore;
import dev.sextant.model.event.Logged;
import dev.sextant.model.event.StudyEvent;
import dev.sextant.model.space.Choice;
import dev.sextant.model.space.Configuration;
import dev.sextant.model.space.IntRange;
import dev.sextant.model.space.Parameter;
import dev.sextant.model.space.RealRange;
import dev.sextant.model.space.Scale;
import dev.sextant.model.space.SearchSpace;
import dev.sextant.model.study.Duplicates;
import dev.sextant.model.study.Objective;
import dev.sextant.model.study.Remarks;
import dev.sextant.model.study.Settings;
import dev.sextant.model.study.StrategySpec;
import dev.sextant.model.study.StudySpec;
import dev.sextant.model.trial.Decision;
import dev.sextant.model.trial.Metrics;
import dev.sextant.model.trial.Origin;
import dev.sextant.model.trial.Outcome;
import dev.sextant.model.trial.Tie;
import dev.sextant.model.value.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// Events as an engine would append them, for tests of stores.
public final class SampleLog {
    /// A space of a real, an integer and a categorical parameter.
    public static final SearchSpace SPACE = SearchSpace.of(
            Parameter.of("lr", new RealRange(1e-5, 1e-1, Scale.LOG)),
            Parameter.of("layers", IntRange.of(1, 6)),
            Parameter.of("act", new Choice(List.of(new Value.Text("relu"), new Value.Text("tanh")))));

    /// When the first event happened; each later one is a second after the one before it.
    public static final Instant START = Instant.parse("2026-11-21T09:30:00.125Z");

    private SampleLog() {}

    public static StudySpec spec(String name) {
        return new StudySpec(name, SPACE, List.of(new Objective("loss", Objective.Goal.MIN)), List.of("seconds"),
                StrategySpec.of("random"), 7, new Duplicates.Forbid(), Optional.empty(), Optional.empty());
    }

    public static Configuration configuration(int trial) {
        return SPACE.accept(Map.of("lr", new Value.Real(0.1 / (trial + 1)), "layers", new Value.Int(1 + trial % 6)));
    }

    public static StudyEvent.Proposed proposed(int trial) {
        return new StudyEvent.Proposed(trial, configuration(trial), OptionalLong.empty(), Origin.STRATEGY, "by chance", "note ü",
                new StudyEvent.Source(trial, trial, 0));
    }

    public static StudyEvent.Leased leased(int trial, int attempt) {
        return new StudyEvent.Leased(trial, attempt, "local", Tie.PROCESS);
    }

    public static StudyEvent.Ended ended(int trial, int attempt, Outcome outcome) {
        return new StudyEvent.Ended(trial, attempt, outcome, Optional.empty());
    }

    public static StudyEvent.Ended completed(int trial, double loss) {
        return ended(trial, 1, new Outcome.Completed(Metrics.of("loss", loss)));
    }

    /// One of each kind of event but the first, with every outcome, in an order that could happen.
    public static List<StudyEvent> everyKind() {
        return List.of(
                new StudyEvent.Remembered("earlier", configuration(9), Metrics.of("loss", 4)),
                new StudyEvent.Opened("process 1"), new StudyEvent.Changed(Settings.BY_HAND),
                proposed(0), leased(0, 1), new StudyEvent.Measured(0, 1, 3, Metrics.of("seconds", 1.5), Decision.CONTINUE),
                completed(0, 0.25),
                proposed(1), leased(1, 1),
                new StudyEvent.Ended(1, 1, new Outcome.Failed("exit code 3", "Traceback\n  …"), Optional.of(START.plusSeconds(60))),
                leased(1, 2), ended(1, 2, new Outcome.Failed("exit code 4", "")),
                proposed(2), leased(2, 1), ended(2, 1, new Outcome.Paused(Metrics.of("loss", 4))),
                new StudyEvent.Requeued(2, configuration(2), OptionalLong.of(9), "a slot is free"), leased(2, 2),
                ended(2, 2, new Outcome.Pruned(Metrics.of("loss", 9))),
                proposed(3), leased(3, 1), new StudyEvent.Lost(3, 1, "silence", true), leased(3, 2),
                new StudyEvent.Lost(3, 2, "silence", false),
                proposed(4), leased(4, 1), ended(4, 1, new Outcome.Returned("interrupted")),
                new StudyEvent.Prioritised(4, -7), new StudyEvent.Noted(4, new Remarks("odd", List.of("look", "n8"))), new StudyEvent.PutAside(4, "later"), new StudyEvent.Cancelled(4, "no more"),
                new StudyEvent.StudyPaused(), new StudyEvent.StudyResumed(),
                new StudyEvent.Abandoned("its process is gone"), new StudyEvent.Closed("interrupted"));
    }

    /// Events in their places.
    ///
    /// @param position of the first
    public static List<Logged> logged(long position, List<? extends StudyEvent> events) {
        var logged = new ArrayList<Logged>();
        for (var event : events) {
            long place = position + logged.size();
            logged.add(new Logged(place, START.plusSeconds(place), event));
        }
        return logged;
    }

    /// Appends events to a store and waits until they are durable.
    public static void append(StudyStore store, StudyEvent... events) {
        store.append(logged(store.length(), List.of(events))).await();
    }
}
