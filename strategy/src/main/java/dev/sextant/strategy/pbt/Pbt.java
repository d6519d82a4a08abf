package dev.sextant.strategy.pbt;

import dev.sextant.strategy.Problem;
import dev.sextant.strategy.Strategy;
import dev.sextant.strategy.StrategyFactory;
import dev.sextant.strategy.settings.Knobs;

/// Makes [PopulationTraining] whose members take over from one better member, or have three parents.
public final class Pbt implements StrategyFactory {
    static final int POPULATION = 8;
    static final double QUANTILE = 0.25;
    static final double RESAMPLE = 0.25;
    private static final double MUTATION_RATE = 0.1;
    private static final double CROSSOVER_RATE = 0.5;

    @Override
    public String name() {
        return "pbt";
    }

    @Override
    public String summary() {
        return "population based training: trials go on from checkpoints of better ones; settings: population (8), parents (1 or 3), "
                + "interval, generations, topology, quantile (0.25), resample (0.25), mutation_rate (0.1), crossover_rate (0.5)";
    }

    @Override
    public boolean startsWithDefaults() {
        return false;
    }

    @Override
    public Strategy create(Problem problem) {
        refuseSeveralObjectives(problem);
        var knobs = new Knobs(problem.settings());
        int size = knobs.whole("population", POPULATION, 2, 10_000);
        Course course = Course.of(problem, knobs);
        Genes genes = Genes.of(problem, knobs);
        double quantile = knobs.fraction("quantile", QUANTILE);
        var perturbation = new Perturbation(knobs.fraction("resample", RESAMPLE));
        Succession succession = switch (knobs.whole("parents", 1, 1, 3)) {
            case 1 -> new Truncation(quantile, new Perturbing(genes, perturbation));
            case 3 -> new ThreeParents(genes, perturbation, quantile,
                    knobs.fraction("mutation_rate", MUTATION_RATE), knobs.fraction("crossover_rate", CROSSOVER_RATE));
            default -> throw new IllegalArgumentException("""
                    Strategy 'pbt': parents is 2; it must be 1 (weights and hyperparameters of one better member) \
                    or 3 (hyperparameters of two, weights of a third).""");
        };
        knobs.noOthers();
        return new PopulationTraining(problem, course, size, _ -> succession);
    }

    static void refuseSeveralObjectives(Problem problem) {
        if (problem.objectives() > 1) {
            throw new IllegalArgumentException("""
                    Strategy '%s' works on one objective; the study has %d.
                    Keep one and record the others, or use 'auto'.""".formatted(problem.settings().name(), problem.objectives()));
        }
    }
}
