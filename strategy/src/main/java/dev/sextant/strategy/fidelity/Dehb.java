package dev.sextant.strategy.fidelity;

import dev.sextant.model.space.Configuration;
import dev.sextant.model.space.Parameter;
import dev.sextant.model.space.SearchSpace;
import dev.sextant.strategy.Answer;
import dev.sextant.strategy.Observation;
import dev.sextant.strategy.Problem;
import dev.sextant.strategy.Proposal;
import dev.sextant.strategy.Request;
import dev.sextant.strategy.Strategy;
import dev.sextant.strategy.StrategyFactory;
import dev.sextant.strategy.fidelity.Subpopulation.Individual;
import dev.sextant.strategy.numeric.Draw;
import dev.sextant.strategy.pareto.ParetoOrder;
import dev.sextant.strategy.search.Untried;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Differential evolution with a population for each level, whose sizes and turns are those of Hyperband's brackets.
///
/// Populations are filled first: the lowest by uniform draws, each other by the best of the one below it that have not come
/// so far, which go on. From then on a trial begins at the level of the rung whose turn it is: a mutant of three parents
/// (rand/1, F 0.5) crossed with the individual in its place (binomial, 0.5), which it replaces if it is no worse. Parents
/// come from the level below, of which the best take part, or on the lowest rung of a bracket from the own level. Several
/// objectives are ranked by fronts and hypervolume, as in [Subpopulation].
///
/// Source: N. Awad, N. Mallik, F. Hutter, DEHB, IJCAI 2021. Differs: nobody waits for a rung; a gene that leaves the
/// range is drawn anew between its parent and the border; the defaults are the first trial.
public final class Dehb implements Strategy {
    private static final int ATTEMPTS = 100;

    private final SearchSpace space;
    private final Configuration start;
    private final Steps steps;
    private final Levels levels;
    private final List<Bracket.Plan> plans;
    private final Setup setup;
    private final Untried untried;
    private final Entrants entrants;
    private final List<Subpopulation> populations = new ArrayList<>();
    private final Map<String, Integer> geneOf = new HashMap<>();
    private final Map<Integer, Birth> births = new HashMap<>();
    private final double[] worst;
    private long born;

    /// @param mutation the factor of the difference of two parents
    /// @param crossover the probability of a gene of the mutant
    record Setup(double mutation, double crossover) {}

    @SuppressWarnings("ArrayRecordComponent") // never compared as a record
    private record Birth(Tag place, double[] genes) {}

    /// Where the next trial belongs.
    ///
    /// @param lowest whether it is the lowest rung of its bracket
    /// @param size of the rung
    private record Turn(int level, boolean lowest, int size) {}

    Dehb(Problem problem, Levels levels, List<Bracket.Plan> plans, Setup setup) {
        this.space = problem.space();
        this.start = problem.start();
        this.steps = new Steps("dehb", levels);
        this.levels = levels;
        this.plans = plans;
        this.setup = setup;
        this.untried = new Untried(space);
        this.entrants = new Entrants(levels);
        this.worst = new double[problem.objectives()];
        Arrays.fill(worst, Double.MAX_VALUE);
        space.parameters().forEach(p -> geneOf.put(p.name(), geneOf.size()));
        for (int level = 0; level < levels.count(); level++) {
            populations.add(new Subpopulation(size(level)));
        }
    }

    /// As many as the largest rung of that level, but enough for three parents and a target.
    private int size(int level) {
        return plans.stream().filter(p -> p.start() <= level).mapToInt(p -> p.sizes().get(level - p.start())).max().orElse(1);
    }

    @Override
    public Answer ask(Request request) {
        return ascent()
                .or(() -> request.mayStart() ? start(request) : Optional.empty())
                .orElseGet(() -> steps.end(entrants));
    }

    /// While a population is not full, the best of the one below it that are not in it go on.
    private Optional<Answer> ascent() {
        for (int level = levels.top(); level > 0; level--) {
            int below = level - 1;
            if (!populations.get(level).isFull() && populations.get(below).isFull()) {
                var next = populations.get(below).best(size(level)).stream().map(i -> entrants.find(i.trial()))
                        .flatMap(Optional::stream).filter(e -> e.isStanding() && e.aim() == below).findFirst();
                if (next.isPresent()) {
                    return next.map(e -> steps.onward(e, "wanted in the next population"));
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Answer> start(Request request) {
        var turn = turn();
        return genes(turn, request).map(genes -> new Answer.Propose(new Proposal.Start(configuration(genes.value()),
                levels.fidelity(turn.level()), "dehb: %s, to %d".formatted(genes.why(), levels.at(turn.level())),
                new Tag(turn.level(), populations.get(turn.level()).turn(), "").text())));
    }

    /// Until the lowest population is full the turn is its; then it goes through the rungs of all brackets.
    private Turn turn() {
        var lowest = populations.getFirst();
        if (!lowest.isFull() || plans.size() < 2) {
            return new Turn(0, true, size(0));
        }
        long left = born - size(0);
        for (int bracket = 1; ; bracket++) {
            var plan = plans.get(bracket % plans.size());
            for (int rung = 0; rung < plan.sizes().size(); rung++) {
                if (left < plan.sizes().get(rung)) {
                    return new Turn(plan.start() + rung, rung == 0, plan.sizes().get(rung));
                }
                left -= plan.sizes().get(rung);
            }
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared as a record
    private record Genes(double[] value, String why) {}

    private Optional<Genes> genes(Turn turn, Request request) {
        if (entrants.isEmpty() && untried.accepts(start, request)) {
            return Optional.of(new Genes(genes(start), "the defaults"));
        }
        var parents = parents(turn);
        for (int attempt = 0; attempt < ATTEMPTS && parents.size() >= 3; attempt++) {
            double[] child = child(turn.level(), parents, request.random());
            if (untried.accepts(configuration(child), request)) {
                return Optional.of(new Genes(child, "child of three"));
            }
        }
        return untried.uniform(request).map(drawn -> new Genes(genes(drawn), "uniform draw"));
    }

    /// Too few are complemented by those of the levels below.
    private List<Individual> parents(Turn turn) {
        if (!populations.getFirst().isFull()) {
            return List.of();
        }
        var own = turn.lowest() || turn.level() == 0 ? populations.get(turn.level()).all()
                : populations.get(turn.level() - 1).best(Math.max(3, turn.size()));
        var parents = new ArrayList<>(own);
        for (int level = turn.level(); level >= 0 && parents.size() < 3; level--) {
            parents.addAll(populations.get(level).best(3));
        }
        return parents;
    }

    private double[] child(int level, List<Individual> parents, RandomGenerator random) {
        int[] order = Draw.permutation(parents.size(), random);
        double[] base = parents.get(order[0]).genes();
        double[] plus = parents.get(order[1]).genes();
        double[] minus = parents.get(order[2]).genes();
        var population = populations.get(level);
        double[] child = (population.isEmpty() ? parents.get(order[0]) : population.in(population.turn())).genes().clone();
        int sure = random.nextInt(child.length);
        for (int i = 0; i < child.length; i++) {
            if (random.nextDouble() < setup.crossover() || i == sure) {
                child[i] = inside(base[i], base[i] + setup.mutation() * (plus[i] - minus[i]), random);
            }
        }
        return child;
    }

    private static double inside(double parent, double gene, RandomGenerator random) {
        return gene < 0 ? parent * random.nextDouble() : gene > 1 ? parent + (1 - parent) * random.nextDouble() : gene;
    }

    private Configuration configuration(double[] genes) {
        return space.configuration(p -> p.domain().at(Math.min(genes[geneOf.getOrDefault(p.name(), 0)], Math.nextDown(1.0))));
    }

    /// An inactive parameter stands in the middle.
    private double[] genes(Configuration configuration) {
        return space.parameters().stream().mapToDouble(p -> gene(p, configuration)).toArray();
    }

    private static double gene(Parameter parameter, Configuration configuration) {
        return configuration.value(parameter.name()).map(v -> parameter.domain().unit(v)).orElse(0.5);
    }

    @Override
    public void tell(Observation observation) {
        var entrant = entrants.tell(observation);
        switch (observation) {
            case Observation.Proposed proposed -> begin(proposed);
            case Observation.Completed(int trial, var losses, _) -> settle(trial, entrant, ParetoOrder.toArray(losses));
            case Observation.Paused(int trial, var losses, _) when !losses.isEmpty() -> settle(trial, entrant, ParetoOrder.toArray(losses));
            case Observation.Failed failed -> settle(failed.trial(), entrant, worst);
            case Observation.Measured _, Observation.Pruned _, Observation.Paused _, Observation.Dropped _, Observation.Repeated _ -> {}
        }
    }

    private void begin(Observation.Proposed proposed) {
        Tag.of(proposed.note()).filter(tag -> tag.bracket() < levels.count()).ifPresent(tag -> {
            births.put(proposed.trial(), new Birth(tag, genes(proposed.configuration())));
            populations.get(tag.bracket()).taken();
            born++;
        });
    }

    /// One that has gone on joins the population of the level that it has come to.
    private void settle(int trial, Optional<Entrant> entrant, double[] losses) {
        var birth = births.get(trial);
        int level = entrant.map(Entrant::aim).orElse(-1);
        if (birth != null && level >= 0) {
            var population = populations.get(level);
            int place = level == birth.place().bracket() ? birth.place().thinker() : population.turn();
            population.settle(place, new Individual(trial, birth.genes(), losses));
        }
    }

    /// Makes [Dehb].
    public static final class Factory implements StrategyFactory {
        @Override
        public String name() {
            return "dehb";
        }

        @Override
        public String summary() {
            return "differential evolution along the brackets of hyperband; needs a fidelity; settings: eta (3), mutation (0.5), crossover (0.5)";
        }

        @Override
        public Strategy create(Problem problem) {
            var shared = new FidelityKnobs(problem);
            int eta = shared.eta();
            var levels = Levels.of(problem, eta);
            var setup = new Setup(shared.knobs().fraction("mutation", 0.5), shared.knobs().fraction("crossover", 0.5));
            shared.knobs().noOthers();
            return new Dehb(problem, levels, Plans.hyperband(levels, eta, levels.count()), setup);
        }

        /// The first trial is the defaults all the same, but run to the lowest level like the others.
        @Override
        public boolean startsWithDefaults() {
            return false;
        }
    }
}
