package dev.sextant.engine;

import dev.sextant.engine.memory.MemoryStore;
import dev.sextant.engine.port.StudyStore;
import dev.sextant.model.event.Logged;
import dev.sextant.model.space.IntRange;
import dev.sextant.model.space.Parameter;
import dev.sextant.model.space.SearchSpace;
import dev.sextant.model.study.Budget;
import dev.sextant.model.study.Duplicates;
import dev.sextant.model.study.Limit;
import dev.sextant.model.study.Objective;
import dev.sextant.model.study.OutcomeLimit;
import dev.sextant.model.study.Settings;
import dev.sextant.model.study.StrategySpec;
import dev.sextant.model.study.StudySpec;
import dev.sextant.model.trial.Lease;
import dev.sextant.model.trial.Metrics;
import dev.sextant.model.trial.Outcome;
import dev.sextant.model.trial.Tie;
import dev.sextant.strategy.Answer;
import dev.sextant.strategy.Observation;
import dev.sextant.strategy.Remembered;
import dev.sextant.strategy.Prospect;
import dev.sextant.strategy.Request;
import dev.sextant.strategy.StoppingRule;
import dev.sextant.strategy.Strategy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// A desk over a store in memory, with a strategy that draws at random and remembers what it was told.
final class Fixture {
    final TestClock clock = new TestClock();
    final List<Observation> told = new ArrayList<>();
    final List<Remembered> remembered = new ArrayList<>();
    SearchSpace space = SearchSpace.of(Parameter.of("x", IntRange.of(0, 1_000_000_000)));
    Duplicates duplicates = new Duplicates.Forbid();
    List<OutcomeLimit> limits = List.of();
    Settings settings = Settings.STANDARD.with(Budget.of(new Limit.Trials(10)));
    StoppingRule rule = StoppingRule.NEVER;
    Prospect prospect = Prospect.UNKNOWN;
    boolean defaultsFirst;
    Function<Request, Answer> thinks = request ->
            Answer.start(space.configuration(p -> p.domain().at(request.random().nextDouble())), "a random draw");
    Optional<StudyStore> store = Optional.empty();

    StudySpec spec() {
        return new StudySpec("s", space, List.of(new Objective("loss", Objective.Goal.MIN)), List.of(), limits,
                StrategySpec.of("test"), 1, duplicates, Optional.empty(), Optional.empty(), Optional.empty(), List.of());
    }

    /// Opens the desk on the same store each time.
    StudyDesk open() {
        if (store.isEmpty()) {
            store = Optional.of(MemoryStore.create(spec(), settings, clock.instant()));
        }
        return StudyDesk.open(store.get(), new Advisers(strategy(), rule, prospect), defaultsFirst, clock);
    }

    Strategy strategy() {
        return new Strategy() {
            @Override
            public Answer ask(Request request) {
                return thinks.apply(request);
            }

            @Override
            public void tell(Observation observation) {
                told.add(observation);
            }

            @Override
            public void remember(Remembered result) {
                remembered.add(result);
            }
        };
    }

    List<Logged> log() {
        var events = new ArrayList<Logged>();
        store.orElseThrow().events(0, events::add);
        return events;
    }

    static Lease given(StudyDesk desk) {
        var asked = desk.ask("worker", Tie.PROCESS);
        if (asked instanceof Asked.Given(Lease lease)) {
            return lease;
        }
        throw new AssertionError("A trial was due, but the answer was " + asked);
    }

    static Outcome loss(double value) {
        return new Outcome.Completed(Metrics.of("loss", value));
    }

    /// Asks and tells until nothing more is given.
    static Asked run(StudyDesk desk, Function<Lease, Outcome> program) {
        while (true) {
            var asked = desk.ask("worker", Tie.PROCESS);
            if (!(asked instanceof Asked.Given(Lease lease))) {
                return asked;
            }
            desk.tell(lease.trial(), lease.attempt(), program.apply(lease));
        }
    }
}
