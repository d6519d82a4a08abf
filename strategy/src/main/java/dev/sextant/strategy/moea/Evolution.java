package dev.sextant.strategy.moea;

import dev.sextant.model.space.Configuration;
import dev.sextant.strategy.Answer;
import dev.sextant.strategy.Observation;
import dev.sextant.strategy.Problem;
import dev.sextant.strategy.Request;
import dev.sextant.strategy.Strategy;
import dev.sextant.strategy.design.SobolSearch;
import dev.sextant.strategy.pareto.ParetoOrder;
import dev.sextant.strategy.search.Untried;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// The loop of an evolutionary search with several objectives, in which nobody waits.
///
/// The first trials are founders, points of a Sobol sequence. After them each question is answered by a child of two members
/// of the population, and each result joins the population at once, which then lets somebody go: there are no generations. A child that was
/// tried or is forbidden mutates further. Failed, pruned and dropped trials are nobody's parents; trials that others proposed are
/// members like all. Not thread-safe. Memory: the population, and each trial that has no result.
///
/// Source: J. J. Durillo et al., On the effect of the steady-state selection scheme in multi-objective genetic algorithms, EMO 2009.
final class Evolution implements Strategy {
    private static final int ATTEMPTS = 100;

    private final String name;
    private final Population population;
    private final Variation variation;
    private final int founders;
    private final Strategy start;
    private final Untried untried;
    private final Map<Integer, Configuration> awaited = new HashMap<>();
    private int births;

    /// @param rules how many founders there are, and how children vary
    Evolution(Problem problem, Rules rules, Population population) {
        this.name = problem.settings().name();
        this.population = population;
        this.variation = new Variation(problem.space(), rules.crossoverRate());
        this.founders = rules.founders();
        this.start = SobolSearch.start(problem);
        this.untried = new Untried(problem.space());
    }

    @Override
    public Answer ask(Request request) {
        if (births < founders || population.size() < 2) {
            return start.ask(request);
        }
        RandomGenerator random = request.random();
        List<Member> parents = population.parents(random);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Configuration child = variation.child(parents, attempt, random);
            if (untried.accepts(child, request)) {
                return Answer.start(child, "%s: child of trials %d and %d".formatted(name, parents.get(0).trial(), parents.get(1).trial()));
            }
        }
        return untried.uniform(request)
                .map(drawn -> Answer.start(drawn, name + ": uniform draw, for all children were tried or forbidden"))
                .orElseGet(Answer.Exhausted::new);
    }

    @Override
    public void tell(Observation observation) {
        start.tell(observation);
        switch (observation) {
            case Observation.Proposed proposed -> begin(proposed);
            case Observation.Completed completed -> end(completed);
            case Observation.Repeated repeated -> repeat(repeated.trial());
            case Observation.Measured _, Observation.Paused _, Observation.Pruned _, Observation.Failed _, Observation.Dropped _ -> {}
        }
    }

    private void begin(Observation.Proposed proposed) {
        births++;
        awaited.put(proposed.trial(), proposed.configuration());
    }

    private void end(Observation.Completed completed) {
        Optional.ofNullable(awaited.remove(completed.trial())).ifPresent(configuration ->
                population.add(new Member(completed.trial(), configuration, ParetoOrder.toArray(completed.losses()))));
    }

    private void repeat(int trial) {
        population.remove(trial).ifPresent(member -> awaited.put(trial, member.configuration()));
    }
}
