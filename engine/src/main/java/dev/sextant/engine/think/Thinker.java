package dev.sextant.engine.think;

import dev.sextant.engine.think.Untried.Found;
import dev.sextant.model.event.StudyEvent.Source;
import dev.sextant.model.space.Configuration;
import dev.sextant.strategy.Answer;
import dev.sextant.strategy.Observation;
import dev.sextant.strategy.Problem;
import dev.sextant.strategy.Proposal;
import dev.sextant.strategy.Remembered;
import dev.sextant.strategy.Prospect;
import dev.sextant.strategy.Request;
import dev.sextant.strategy.Strategy;
import dev.sextant.strategy.Streams;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Asks a strategy until it answers with something that may run.
///
/// A proposal that is turned down is asked for again, each time with the next draw of the trial's random stream; after
/// [#DRAWS] of them any configuration that may run is taken. Not thread-safe.
public final class Thinker {
    /// How often one proposal is asked for.
    public static final int DRAWS = 100;

    private static final String NONE_LEFT = "space exhausted: every configuration has been tried";

    private final Problem problem;
    private final Strategy strategy;
    private final Prospect prospect;
    private final Untried untried;
    private @Nullable RuntimeException broken;

    public Thinker(Problem problem, Strategy strategy, Prospect prospect) {
        this.problem = problem;
        this.strategy = strategy;
        this.prospect = prospect;
        this.untried = new Untried(problem.space());
    }

    /// Tells the strategy and the prospect what happened before this process began. If it breaks over that, [#ask] says so.
    public void recall(Observation observation) {
        recall(() -> {
            strategy.tell(observation);
            prospect.tell(observation);
        });
    }

    /// Tells the strategy what an earlier study found. If it breaks over that, [#ask] says so.
    public void recall(Remembered result) {
        recall(() -> strategy.remember(result));
    }

    private void recall(Runnable telling) {
        if (broken != null) {
            return;
        }
        try {
            telling.run();
        } catch (IllegalArgumentException | IllegalStateException | ArithmeticException | IndexOutOfBoundsException e) {
            broken = e;
        }
    }

    /// Tells both.
    public void tell(List<Observation> observations) {
        observations.forEach(strategy::tell);
        observations.forEach(prospect::tell);
    }

    /// How much better the study may still get; empty if that is not known.
    public OptionalDouble improvement() {
        return prospect.improvement();
    }

    /// Asks for the trial with a number.
    ///
    /// @param seen how many events of the log the strategy has been told of
    /// @param judge says what the study's policy makes of a configuration
    /// @param mayStart whether there is room for a new trial; if not, only [Thought.Resume] or [Thought.Wait] come back
    public Thought ask(int trial, long seen, Function<Configuration, Verdict> judge, boolean mayStart) {
        if (broken != null) {
            throw broken;
        }
        if (!mayStart) {
            return resumed(new Source(seen, trial, 0), judge);
        }
        for (int draw = 0; draw < DRAWS; draw++) {
            var thought = once(new Source(seen, trial, draw), judge);
            if (thought.isPresent()) {
                return thought.get();
            }
        }
        return anything(new Source(seen, trial, DRAWS), judge);
    }

    private Thought resumed(Source source, Function<Configuration, Verdict> judge) {
        return ask(source, judge, false) instanceof Answer.Propose(Proposal.Resume resume) ? new Thought.Resume(resume) : new Thought.Wait();
    }

    private Optional<Thought> once(Source source, Function<Configuration, Verdict> judge) {
        return switch (answer(source, judge)) {
            case Answer.Wait _ -> Optional.of(new Thought.Wait());
            case Answer.Exhausted _ -> Optional.of(exhausted(source, judge));
            case Answer.Propose(Proposal.Resume resume) -> Optional.of(new Thought.Resume(resume));
            case Answer.Propose(Proposal.Branch branch) -> problem.space().allows(branch.configuration())
                    ? Optional.of(new Thought.Branch(branch, source))
                    : Optional.empty();
            case Answer.Propose(Proposal.Start start) -> switch (judge.apply(start.configuration())) {
                case Verdict.Fresh _ -> Optional.of(new Thought.Start(start, source));
                case Verdict.SameAs(int trial) -> Optional.of(new Thought.Reuse(start, trial, source));
                case Verdict.TurnedDown _ -> Optional.empty();
            };
        };
    }

    /// What the strategy itself answers to one draw; the same again for the same source and what it was told.
    public Answer answer(Source source, Function<Configuration, Verdict> judge) {
        return ask(source, judge, true);
    }

    private Answer ask(Source source, Function<Configuration, Verdict> judge, boolean mayStart) {
        return strategy.ask(new Question(source.asked(),
                Streams.ofTrial(problem.seed(), source.asked(), source.draw()), judge, mayStart));
    }

    /// Says whether it is the space that is exhausted, or the strategy alone.
    private Thought exhausted(Source source, Function<Configuration, Verdict> judge) {
        return switch (anything(source, judge)) {
            case Thought.Exhausted(String why) when why.equals(NONE_LEFT) -> new Thought.Exhausted(why);
            case Thought _ -> new Thought.Exhausted("the strategy has nothing more to try");
        };
    }

    private Thought anything(Source source, Function<Configuration, Verdict> judge) {
        var random = Streams.ofTrial(problem.seed(), source.asked(), source.draw());
        return switch (untried.find(c -> judge.apply(c) instanceof Verdict.Fresh, random)) {
            case Found.One(Configuration configuration) ->
                    Thought.Start.of(configuration, "not tried yet; the strategy repeated itself", source);
            case Found.NoneLeft _ -> new Thought.Exhausted(NONE_LEFT);
            case Found.GaveUp _ -> new Thought.Exhausted(
                    "no configuration was found that is new and keeps the constraints");
        };
    }

    private record Question(int trial, RandomGenerator random, Function<Configuration, Verdict> judge, boolean mayStart)
            implements Request {
        @Override
        public boolean tried(Configuration configuration) {
            return judge.apply(configuration) instanceof Verdict.TurnedDown;
        }
    }
}
