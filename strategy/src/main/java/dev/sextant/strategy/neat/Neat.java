package dev.sextant.strategy.neat;

import dev.sextant.strategy.Answer;
import dev.sextant.strategy.Observation;
import dev.sextant.strategy.Problem;
import dev.sextant.strategy.Request;
import dev.sextant.strategy.Strategy;
import dev.sextant.strategy.StrategyFactory;
import dev.sextant.strategy.search.Untried;
import dev.sextant.strategy.settings.OneObjective;
import java.util.HashMap;
import java.util.Map;

/// A genetic search over lists of elements, whose genes carry the marking of where they first arose.
///
/// An element that is inserted in front shifts all others, and whoever compares lists place by place then crosses first elements with second ones.
/// Here parents are aligned by markings: matching elements come from either, the others from the fitter one. Children gain, double or
/// lose an element now and then; species, by the share of elements that do not match, share their fitness, so that what is new is
/// not crowded out at once. Nobody waits: the population is the trials with results, and there are no generations.
/// Work for a proposal does not grow with the number of trials.
///
/// Source: K. O. Stanley and R. Miikkulainen, Evolving neural networks through augmenting topologies, Evol. Comp. 10(2), 2002,
/// sections 3.2 to 3.4; without generations as in K. O. Stanley et al., Real-time neuroevolution in the NERO video game, IEEE
/// Trans. Evol. Comp. 9(6), 2005, section III. Differs: a gene is an element of a list and not a connection, so there are no weights to compare; it
/// starts from uniform draws, not from the smallest network; species do not age. A space without lists has one way to be built for each set of active parameters.
public final class Neat implements Strategy {
    private static final int ATTEMPTS = 100;

    private final Problem problem;
    private final Rules rules;
    private final Untried untried;
    private final Innovations innovations = new Innovations();
    private final Breeding breeding;
    private final Population population;
    private final Map<Integer, Genome> awaited = new HashMap<>();
    private int begun;

    Neat(Problem problem, Rules rules) {
        this.problem = problem;
        this.rules = rules;
        this.untried = new Untried(problem.space());
        this.breeding = new Breeding(problem.space(), rules, innovations);
        this.population = new Population(rules);
    }

    @Override
    public Answer ask(Request request) {
        if (begun < rules.founders() || population.isEmpty()) {
            return founder("uniform draw", request);
        }
        var parents = population.parents(request.random());
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            var child = breeding.child(parents, request.trial(), attempt, request.random());
            if (untried.accepts(child.genome().configuration(), request)) {
                return Answer.start(child.genome().configuration(), child.why(), child.genome().note());
            }
        }
        return founder("uniform draw, for all children were tried or forbidden", request);
    }

    private Answer founder(String why, Request request) {
        return untried.uniform(request)
                .map(drawn -> Answer.start(drawn, why, Genome.of(problem.space().lists(), drawn, "").note()))
                .orElseGet(Answer.Exhausted::new);
    }

    @Override
    public void tell(Observation observation) {
        switch (observation) {
            case Observation.Proposed proposed -> begin(proposed);
            case Observation.Completed completed -> succeed(completed);
            case Observation.Repeated repeated -> repeat(repeated.trial());
            case Observation.Pruned _, Observation.Failed _, Observation.Dropped _, Observation.Measured _, Observation.Paused _ -> {}
        }
    }

    private void begin(Observation.Proposed proposed) {
        var genome = Genome.of(problem.space().lists(), proposed.configuration(), proposed.note());
        begun++;
        awaited.put(proposed.trial(), genome);
        innovations.learn(proposed.trial(), genome);
    }

    private void succeed(Observation.Completed completed) {
        var genome = awaited.remove(completed.trial());
        if (genome != null) {
            population.add(new Member(completed.trial(), genome, completed.losses().getFirst()));
        }
    }

    /// What came of the trial no longer holds.
    private void repeat(int trial) {
        population.find(trial).ifPresent(member -> awaited.put(trial, member.genome()));
        population.remove(trial);
    }

    /// Makes [Neat].
    public static final class Factory implements StrategyFactory {
        @Override
        public String name() {
            return "neat";
        }

        @Override
        public String summary() {
            return "topologies: crosses lists of elements by where each element arose; settings: population (24), mutation_rate (0.1), "
                    + "crossover_rate (0.75), structure_rate (0.3), difference (0.75)";
        }

        @Override
        public Strategy create(Problem problem) {
            OneObjective.require(problem);
            return new Neat(problem, Rules.of(problem));
        }
    }
}
