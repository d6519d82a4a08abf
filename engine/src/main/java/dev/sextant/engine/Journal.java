package dev.sextant.engine;

import dev.sextant.engine.port.StudyStore.Receipt;
import dev.sextant.engine.port.StudyStore;
import dev.sextant.engine.study.StudyState;
import dev.sextant.engine.think.Observations;
import dev.sextant.engine.think.Thinker;
import dev.sextant.model.event.Logged;
import dev.sextant.model.event.StudyEvent;
import dev.sextant.model.study.StudySpec;
import dev.sextant.strategy.Observation;
import dev.sextant.strategy.StoppingRule;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// The log of one study together with all that follows from it: the state, what the stopping rule knows, and what the
/// strategy is still to be told. Not thread-safe.
final class Journal {
    private final StudyStore store;
    private final StoppingRule rule;
    private final InstantSource clock;
    private final StudyState state;
    private List<Observation> untold = new ArrayList<>();
    private Receipt last = () -> {};

    /// Reads the log that there is.
    ///
    /// @param thinker is told at once what it says, so that nothing has to be kept for it
    Journal(StudyStore store, Advisers advisers, InstantSource clock, Thinker thinker) {
        this.store = store;
        this.rule = advisers.rule();
        this.clock = clock;
        StudySpec spec = store.spec();
        this.state = new StudyState(spec);
        try (var recollection = new Recollection(thinker, advisers.aside())) {
            store.events(0, logged -> {
                take(logged, recollection::add);
                Observations.remembered(logged.event(), state).ifPresent(recollection::add);
            });
        }
    }

    StudyState state() {
        return state;
    }

    /// Appends events and applies them; they are durable once the receipt says so.
    Receipt write(List<StudyEvent> events) {
        if (events.isEmpty()) {
            return last;
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var logged = new ArrayList<Logged>();
        for (var event : events) {
            logged.add(new Logged(state.length() + logged.size(), now, event));
        }
        last = store.append(logged);
        logged.forEach(event -> take(event, untold::add));
        return last;
    }

    /// The receipt of everything written so far.
    Receipt everything() {
        return last;
    }

    private void take(Logged logged, Consumer<Observation> strategy) {
        state.apply(logged);
        Observations.of(logged.event(), state).ifPresent(observation -> {
            strategy.accept(observation);
            rule.tell(observation);
        });
    }

    /// What was written and the strategy has not been told; it is told now.
    List<Observation> takeUntold() {
        var taken = untold;
        untold = new ArrayList<>();
        return taken;
    }
}
