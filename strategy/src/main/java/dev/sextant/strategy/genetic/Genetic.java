package dev.sextant.strategy.genetic;

import dev.sextant.model.space.Configuration;
import dev.sextant.model.trial.Origin;
import dev.sextant.strategy.Answer;
import dev.sextant.strategy.Observation;
import dev.sextant.strategy.Problem;
import dev.sextant.strategy.Request;
import dev.sextant.strategy.Strategy;
import dev.sextant.strategy.StrategyFactory;
import dev.sextant.strategy.demes.Birth;
import dev.sextant.strategy.search.Uniform;
import dev.sextant.strategy.search.Untried;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/// A genetic algorithm whose individuals live in several demes and sometimes migrate.
///
/// A child takes each gene from one of two parents of its deme, who are drawn by fitness, and some of its genes mutate.
/// The defaults are the first individual of the first deme. Every `migration_interval` generations (after 0, 5, 10, …) the best
/// of each deme is copied into a deme drawn at random. A child that was tried or is forbidden mutates further.
///
/// By default nobody waits: a deme always has its best `population` individuals as parents, the first half of the
/// first generation are uniform draws, and a generation is so many births. With `generational`, as in CrayAI, the first individuals are mutants of the
/// defaults, parents are those of the previous generation and the best before them, and a generation begins when
/// all of the one before it have ended. Work and memory for a proposal do not grow with the number of trials.
///
/// Source: the logs and settings of CrayAI's HPO library (as its demes, its fitness, its rates); see [Mutation][dev.sextant.strategy.search.Mutation] for how
/// its steps differ. Trials that others proposed join the deme of their number.
public final class Genetic implements Strategy {
    private static final int ATTEMPTS = 100;

    private final Rules rules;
    private final Problem problem;
    private final Breeding breeding;
    private final Untried untried;
    private final Society society;

    Genetic(Problem problem, Rules rules) {
        this.problem = problem;
        this.rules = rules;
        this.breeding = new Breeding(problem.space(), rules.mutationRate(), rules.crossoverRate());
        this.untried = new Untried(problem.space());
        this.society = new Society(rules, problem.seed());
    }

    @Override
    public Answer ask(Request request) {
        if (society.births() >= rules.births()) {
            return new Answer.Exhausted();
        }
        if (rules.generational() && society.isWaiting()) {
            return new Answer.Wait();
        }
        Birth birth = next();
        return candidate(birth, request)
                .map(candidate -> candidate.propose(birth))
                .orElseGet(Answer.Exhausted::new);
    }

    /// The birth that comes next; births go round the demes.
    private Birth next() {
        long births = society.births();
        int number = Math.toIntExact(births / rules.demes());
        return new Birth(number / rules.population(), (int) (births % rules.demes()) + 1, number);
    }

    private record Candidate(Configuration configuration, String why) {
        Answer propose(Birth birth) {
            String line = "%s, generation %d: %s".formatted(birth.tag(), birth.generation(), why);
            return Answer.start(configuration, line, birth.note());
        }
    }

    private Optional<Candidate> candidate(Birth birth, Request request) {
        Deme deme = society.parents(birth.deme());
        if (birth.number() >= rules.founders() && !deme.isEmpty()) {
            return child(deme, request);
        }
        return rules.generational()
                ? find(() -> breeding.mutantOfDefaults(request.random()), "mutant of the defaults", request)
                : find(() -> Uniform.draw(problem.space(), request.random()), "uniform draw", request);
    }

    private Optional<Candidate> child(Deme deme, Request request) {
        RandomGenerator random = request.random();
        List<Member> parents = deme.parents(random);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Configuration child = breeding.child(parents, attempt, random);
            if (untried.accepts(child, request)) {
                return Optional.of(new Candidate(child, "child of trials %d and %d".formatted(
                        parents.get(0).trial(), parents.get(1).trial())));
            }
        }
        return find(() -> Uniform.draw(problem.space(), random), "uniform draw, for all children were tried or forbidden", request);
    }

    private Optional<Candidate> find(Supplier<Configuration> draws, String why, Request request) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Configuration drawn = draws.get();
            if (untried.accepts(drawn, request)) {
                return Optional.of(new Candidate(drawn, why));
            }
        }
        return untried.uniform(request).map(drawn -> new Candidate(drawn, "uniform draw"));
    }

    @Override
    public void tell(Observation observation) {
        switch (observation) {
            case Observation.Proposed proposed -> begin(proposed);
            case Observation.Completed completed -> society.succeed(completed.trial(), completed.losses().getFirst());
            case Observation.Pruned _, Observation.Failed _, Observation.Dropped _ -> society.fail(observation.trial());
            case Observation.Repeated repeated -> society.repeat(repeated.trial());
            case Observation.Measured _, Observation.Paused _ -> {}
        }
    }

    private void begin(Observation.Proposed proposed) {
        Optional<Birth> birth = proposed.origin() == Origin.DEFAULTS ? Optional.of(Birth.DEFAULTS) : Birth.of(proposed.note());
        birth.ifPresentOrElse(
                known -> society.birth(proposed.trial(), known.deme(), proposed.configuration()),
                () -> society.immigrant(proposed.trial(), proposed.configuration()));
    }

    /// Makes [Genetic].
    public static final class Factory implements StrategyFactory {
        @Override
        public String name() {
            return "genetic";
        }

        @Override
        public String summary() {
            return "demes with crossover, mutation and migration; settings: demes (4), population (8), mutation_rate (0.05), "
                    + "crossover_rate (0.33), migration_interval (5), generations, generational (false)";
        }

        @Override
        public Strategy create(Problem problem) {
            if (problem.objectives() > 1) {
                throw new IllegalArgumentException("""
                        Strategy 'genetic' works on one objective; the study has %d.
                        Keep one and record the others, or use 'auto'.""".formatted(problem.objectives()));
            }
            return new Genetic(problem, Rules.of(problem));
        }
    }
}
