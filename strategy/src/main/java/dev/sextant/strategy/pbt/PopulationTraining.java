package dev.sextant.strategy.pbt;

import dev.sextant.model.space.Configuration;
import dev.sextant.model.trial.Origin;
import dev.sextant.strategy.Answer;
import dev.sextant.strategy.Observation;
import dev.sextant.strategy.Problem;
import dev.sextant.strategy.Proposal;
import dev.sextant.strategy.Request;
import dev.sextant.strategy.Strategy;
import dev.sextant.strategy.search.Untried;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/// Trains a population while it tunes: each generation of each member is a trial, which goes on from the checkpoint of
/// an earlier one, the member's own or that of a better one. No trial is resumed, so that every checkpoint stays what it was when
/// its figures were measured.
///
/// The first member begins with the defaults, the others with uniform draws. What a member goes on with is a
/// [Succession]'s business. A member whose trial failed goes on from where it stood, explored; one that has never
/// succeeded begins anew. O(members) a proposal, and memory for each trial.
///
/// Source: M. Jaderberg et al., Population Based Training of Neural Networks, arXiv 1711.09846 (2017).
public final class PopulationTraining implements Strategy {
    private final Problem problem;
    private final Course course;
    private final int size;
    private final Population population;
    private final Succession succession;
    private final Untried untried;

    /// @param size members to begin with
    PopulationTraining(Problem problem, Course course, int size, Function<Population, Succession> succession) {
        this.problem = problem;
        this.course = course;
        this.size = size;
        this.population = new Population(size, course.generations());
        this.succession = succession.apply(population);
        this.untried = new Untried(problem.space());
    }

    @Override
    public Answer ask(Request request) {
        refuseProgramsWithoutCheckpoints();
        return switch (population.turn()) {
            case Turn.Found(int member) -> founder(member, request);
            case Turn.Train train -> child(train, request);
            case Turn.Busy() -> new Answer.Wait();
            case Turn.Over() -> new Answer.Exhausted();
        };
    }

    private void refuseProgramsWithoutCheckpoints() {
        if (population.childrenFailedAlone() >= size) {
            throw new IllegalStateException("""
                    all %d trials that were to go on from a checkpoint have failed.
                    The program must save to $SEXTANT_CHECKPOINT and go on from what it finds there; 'sextant trials' says what went wrong"""
                    .formatted(population.childrenFailedAlone()));
        }
    }

    private Answer founder(int member, Request request) {
        Configuration defaults = problem.start();
        if (population.isEmpty() && untried.accepts(defaults, request)) {
            return founder(member, defaults, "the defaults");
        }
        return untried.uniform(request).map(drawn -> founder(member, drawn, "a uniform draw"))
                .orElseGet(() -> population.goOn().map(train -> child(train, request))
                        .orElseGet(() -> population.isBusy() ? new Answer.Wait() : new Answer.Exhausted()));
    }

    private Answer founder(int member, Configuration configuration, String why) {
        return new Answer.Propose(new Proposal.Start(
                configuration, course.upTo(1), why(member, 1, why), Place.founder(member).note()));
    }

    private Answer child(Turn.Train train, Request request) {
        Standing own = train.own();
        int generation = own.generation() + 1;
        Succession.Child child = succession.child(own, train.failed(), population.after(own.generation()), request.random());
        int parent = child.weights().trial();
        return new Answer.Propose(new Proposal.Branch(parent, child.configuration(), course.upTo(generation),
                why(own.member(), generation, child.why()), new Place(own.member(), generation, OptionalInt.of(parent)).note()));
    }

    private static String why(int member, int generation, String why) {
        return "member %d, generation %d: %s".formatted(member, generation, why);
    }

    @Override
    public void tell(Observation observation) {
        switch (observation) {
            case Observation.Proposed proposed -> begin(proposed);
            case Observation.Completed completed -> population.succeed(completed.trial(), completed.losses().getFirst());
            case Observation.Pruned _, Observation.Failed _, Observation.Dropped _ -> population.fail(observation.trial());
            case Observation.Repeated repeated -> population.repeat(repeated.trial(), course.generation(repeated.fidelity()));
            case Observation.Paused(int trial, var losses, _) when !losses.isEmpty() -> population.succeed(trial, losses.getFirst());
            case Observation.Measured _, Observation.Paused _ -> {}
        }
    }

    /// A result that was brought along left no checkpoint to go on from.
    private void begin(Observation.Proposed proposed) {
        if (proposed.origin() != Origin.ADDED) {
            Optional<Place> known = proposed.origin() == Origin.STRATEGY ? Place.of(proposed.note()) : Optional.empty();
            population.begin(proposed, known, course.generation(proposed.fidelity()));
        }
    }
}
