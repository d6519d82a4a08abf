package dev.sextant.testkit.strategy;

import dev.sextant.model.space.Configuration;
import dev.sextant.model.trial.Origin;
import dev.sextant.strategy.Answer;
import dev.sextant.strategy.Observation;
import dev.sextant.strategy.Problem;
import dev.sextant.strategy.Proposal;
import dev.sextant.strategy.Request;
import dev.sextant.strategy.Strategy;
import dev.sextant.strategy.StrategyFactory;
import dev.sextant.strategy.Streams;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.random.RandomGenerator;

/// A study without an engine: asks a strategy, numbers the trials, tells what happens and keeps the log of it.
///
/// Duplicates are forbidden, as they are by default. Not thread-safe.
public final class Play {
    private final Problem problem;
    private final Strategy strategy;
    private final List<Observation> log = new ArrayList<>();
    private final Set<Configuration> tried = new HashSet<>();
    private int next;

    /// A study at its beginning.
    public Play(StrategyFactory factory, Problem problem) {
        this.problem = problem;
        this.strategy = factory.create(problem);
    }

    /// The same study after a restart: a new strategy, told this log and never asked.
    public Play restarted(StrategyFactory factory) {
        Play again = new Play(factory, problem);
        log.forEach(again::tell);
        again.tried.addAll(tried);
        again.next = next;
        return again;
    }

    /// A trial that came to be.
    public record Trial(int number, Configuration configuration) {}

    /// Asks; the proposed trial is pending from then on. Empty if the strategy answers that it has nothing (more).
    public Optional<Trial> ask() {
        return switch (answer()) {
            case Answer.Propose(Proposal.Start start) ->
                    Optional.of(begin(start.configuration(), start.fidelity(), Origin.STRATEGY, start.note()));
            case Answer.Propose(Proposal.Branch branch) ->
                    Optional.of(begin(branch.configuration(), branch.fidelity(), Origin.STRATEGY, branch.note()));
            case Answer.Propose(Proposal.Resume _), Answer.Wait _, Answer.Exhausted _ -> Optional.empty();
        };
    }

    /// What the strategy answers, without a trial coming of it.
    public Answer answer() {
        return strategy.ask(new Question(next, Streams.ofTrial(problem.seed(), next, 0), tried));
    }

    /// A trial that the strategy did not propose.
    public Trial begin(Configuration configuration, Origin origin) {
        return begin(configuration, OptionalLong.empty(), origin, "");
    }

    private Trial begin(Configuration configuration, OptionalLong fidelity, Origin origin, String note) {
        Trial trial = new Trial(next++, configuration);
        tried.add(configuration);
        tell(new Observation.Proposed(trial.number(), configuration, fidelity, origin, note));
        return trial;
    }

    /// Tells the strategy, and keeps it in the log.
    public void tell(Observation observation) {
        log.add(observation);
        strategy.tell(observation);
    }

    /// Ends a trial with losses.
    public void complete(Trial trial, double... losses) {
        tell(new Observation.Completed(trial.number(), Arrays.stream(losses).boxed().toList()));
    }

    /// Whether a configuration belongs to a trial already.
    public boolean tried(Configuration configuration) {
        return tried.contains(configuration);
    }

    private record Question(int trial, RandomGenerator random, Set<Configuration> known) implements Request {
        @Override
        public boolean tried(Configuration configuration) {
            return known.contains(configuration);
        }
    }
}
