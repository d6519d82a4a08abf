package dev.sextant.engine;

import dev.sextant.engine.port.StudyView;
import dev.sextant.engine.study.StudyState;
import dev.sextant.engine.think.Observations;
import dev.sextant.engine.think.Thinker;
import dev.sextant.engine.think.Verdict;
import dev.sextant.model.event.Logged;
import dev.sextant.model.event.StudyEvent;
import dev.sextant.model.event.StudyEvent.Proposed;
import dev.sextant.model.space.Configuration;
import dev.sextant.model.study.StudySpec;
import dev.sextant.model.trial.Origin;
import dev.sextant.strategy.Answer;
import dev.sextant.strategy.Problem;
import dev.sextant.strategy.Prospect;
import dev.sextant.strategy.Proposal;
import dev.sextant.strategy.Strategy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/// Asks a fresh strategy the questions of a log again, each after telling it what the first one had been told, and
/// compares the answers: the proof that proposals depend on the seed and the order of results alone. A study that was
/// taken into another space is asked once for each of its spaces.
///
/// Proposals that no strategy made are passed over: those of users, and those that the engine chose because the
/// strategy repeated itself. Costs what the strategy's thinking cost.
public final class Replay {
    /// A proposal that came out otherwise.
    public record Difference(int trial, Configuration logged, String replayed) {}

    private final StudyState state;
    private final Thinker thinker;
    private final List<Logged> log;
    private final List<Difference> differences;

    private Replay(StudySpec spec, Strategy strategy, List<Logged> log, List<Difference> differences) {
        this.state = new StudyState(spec);
        this.thinker = new Thinker(Problem.of(spec), strategy, Prospect.UNKNOWN);
        this.log = log;
        this.differences = differences;
    }

    /// The proposals of a study that a fresh strategy does not repeat; empty if it repeats them all.
    ///
    /// @param fresh makes a strategy for one space of the study
    public static List<Difference> differences(StudyView study, Function<StudySpec, Strategy> fresh) {
        List<Logged> log = new ArrayList<>();
        study.events(0, log::add);
        List<Difference> differences = new ArrayList<>();
        for (var logged : log) {
            version(logged.event()).ifPresent(spec -> new Replay(spec, fresh.apply(spec), log, differences)
                    .from(Math.toIntExact(logged.position()) + 1));
        }
        return List.copyOf(differences);
    }

    /// The study as it is from an event on, if the event says so.
    private static Optional<StudySpec> version(StudyEvent event) {
        return event instanceof StudyEvent.Created(var spec, _) ? Optional.of(spec)
                : event instanceof StudyEvent.Evolved(var spec, _) ? Optional.of(spec) : Optional.empty();
    }

    private void from(int begin) {
        for (var logged : log.subList(begin, log.size())) {
            if (logged.event() instanceof StudyEvent.Evolved) {
                return;
            }
            if (logged.event() instanceof Proposed proposed && wasThoughtOf(proposed)) {
                ask(proposed);
            }
        }
    }

    private static boolean wasThoughtOf(Proposed proposed) {
        return proposed.origin() == Origin.STRATEGY && proposed.source().draw() < Thinker.DRAWS;
    }

    private void ask(Proposed proposed) {
        tellUpTo(proposed.source().seen());
        var answer = thinker.answer(proposed.source(), c -> Verdict.on(c, state));
        if (!repeats(answer, proposed)) {
            differences.add(new Difference(proposed.trial(), proposed.configuration(), answer.toString()));
        }
    }

    private static boolean repeats(Answer answer, Proposed proposed) {
        return switch (answer) {
            case Answer.Propose(Proposal.Start start) -> start.configuration().equals(proposed.configuration())
                    && proposed.parent().isEmpty();
            case Answer.Propose(Proposal.Branch branch) -> branch.configuration().equals(proposed.configuration())
                    && proposed.parent().equals(OptionalInt.of(branch.parent()));
            case Answer.Propose(Proposal.Resume _), Answer.Wait _, Answer.Exhausted _ -> false;
        };
    }

    private void tellUpTo(long seen) {
        while (state.length() < seen) {
            StudyEvent event = log.get(Math.toIntExact(state.length())).event();
            state.apply(log.get(Math.toIntExact(state.length())));
            Observations.of(event, state).ifPresent(o -> thinker.tell(List.of(o)));
            Observations.remembered(event, state).ifPresent(thinker::recall);
        }
    }
}
