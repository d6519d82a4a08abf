package dev.sextant.testkit.strategy;

import dev.sextant.model.space.Configuration;
import dev.sextant.model.trial.Origin;
import dev.sextant.strategy.Answer;
import dev.sextant.strategy.Observation;
import dev.sextant.strategy.Problem;
import dev.sextant.strategy.Proposal;
import dev.sextant.strategy.Remembered;
import dev.sextant.strategy.Request;
import dev.sextant.strategy.Strategy;
import dev.sextant.strategy.StrategyFactory;
import dev.sextant.strategy.Streams;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
    private final List<Remembered> memories = new ArrayList<>();
    private final List<Observation> log = new ArrayList<>();
    private final Set<Configuration> tried = new HashSet<>();
    private final Map<Integer, Course> courses = new HashMap<>();
    private int next;

    /// A study at its beginning.
    public Play(StrategyFactory factory, Problem problem) {
        this.problem = problem;
        this.strategy = factory.create(problem);
    }

    /// The same study after a restart: a new strategy, told this log and never asked.
    public Play restarted(StrategyFactory factory) {
        Play again = new Play(factory, problem);
        memories.forEach(again::remember);
        log.forEach(again::tell);
        again.tried.addAll(tried);
        again.courses.putAll(courses);
        again.next = next;
        return again;
    }

    /// A trial that came to be, or goes on.
    public record Trial(int number, Configuration configuration) {}

    /// How far a trial is to be run.
    private record Course(Configuration configuration, OptionalLong fidelity) {}

    /// Asks; the proposed trial, which may be an earlier one that goes on, is pending from then on. Empty if the strategy
    /// answers that it has nothing (more).
    public Optional<Trial> ask() {
        return switch (answer()) {
            case Answer.Propose(Proposal.Start start) -> Optional.of(begin(
                    new Course(start.configuration(), start.fidelity()), Origin.STRATEGY, start.note()));
            case Answer.Propose(Proposal.Branch branch) -> Optional.of(begin(
                    new Course(branch.configuration(), branch.fidelity()), Origin.STRATEGY, branch.note()));
            case Answer.Propose(Proposal.Resume resume) -> Optional.of(goOn(resume));
            case Answer.Wait _, Answer.Exhausted _ -> Optional.empty();
        };
    }

    private Trial goOn(Proposal.Resume resume) {
        tell(new Observation.Repeated(resume.trial(), resume.fidelity()));
        return new Trial(resume.trial(), course(resume.trial()).configuration());
    }

    private Course course(int trial) {
        return Optional.ofNullable(courses.get(trial)).orElseThrow(() -> new IllegalStateException("There is no trial " + trial + "."));
    }

    /// The numbers of the trials there are.
    Set<Integer> numbers() {
        return Set.copyOf(courses.keySet());
    }

    /// How far a trial is to be run; empty for all of it.
    public OptionalLong fidelity(Trial trial) {
        return course(trial.number()).fidelity();
    }

    /// What the strategy answers, without a trial coming of it.
    public Answer answer() {
        return strategy.ask(new Question(next, Streams.ofTrial(problem.seed(), next, 0), tried));
    }

    /// A trial that the strategy did not propose.
    public Trial begin(Configuration configuration, Origin origin) {
        return begin(new Course(configuration, OptionalLong.empty()), origin, "");
    }

    private Trial begin(Course course, Origin origin, String note) {
        Trial trial = new Trial(next++, course.configuration());
        tried.add(course.configuration());
        tell(new Observation.Proposed(trial.number(), course.configuration(), course.fidelity(), origin, note));
        return trial;
    }

    /// Tells the strategy of a result of an earlier study; before any trial.
    public void remember(Remembered result) {
        memories.add(result);
        strategy.remember(result);
    }

    /// Tells the strategy, and keeps it in the log.
    public void tell(Observation observation) {
        log.add(observation);
        if (observation instanceof Observation.Proposed(int trial, var configuration, var fidelity, _, _)) {
            courses.put(trial, new Course(configuration, fidelity));
        } else if (observation instanceof Observation.Repeated(int trial, var fidelity)) {
            courses.put(trial, new Course(course(trial).configuration(), fidelity));
        }
        strategy.tell(observation);
    }

    /// Ends a trial with losses; one that was to be run in part is paused with them.
    public void complete(Trial trial, double... losses) {
        var list = Arrays.stream(losses).boxed().toList();
        tell(fidelity(trial).isEmpty() ? new Observation.Completed(trial.number(), list) : new Observation.Paused(trial.number(), list));
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
