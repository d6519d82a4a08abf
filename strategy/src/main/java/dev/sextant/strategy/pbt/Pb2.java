package dev.sextant.strategy.pbt;

import dev.sextant.strategy.Problem;
import dev.sextant.strategy.Strategy;
import dev.sextant.strategy.StrategyFactory;
import dev.sextant.strategy.settings.Knobs;

/// Makes [PopulationTraining] whose members explore where a bandit expects improvement.
public final class Pb2 implements StrategyFactory {
    @Override
    public String name() {
        return "pb2";
    }

    @Override
    public String summary() {
        return "pbt that learns which hyperparameters help next; for few members; settings: population (8), interval, generations, "
                + "topology, quantile";
    }

    @Override
    public boolean startsWithDefaults() {
        return false;
    }

    @Override
    public Strategy create(Problem problem) {
        Pbt.refuseSeveralObjectives(problem);
        var knobs = new Knobs(problem.settings());
        int size = knobs.whole("population", Pbt.POPULATION, 2, 10_000);
        Course course = Course.of(problem, knobs);
        Genes genes = Genes.of(problem, knobs);
        double quantile = knobs.fraction("quantile", Pbt.QUANTILE);
        knobs.noOthers();
        var perturbing = new Perturbing(genes, new Perturbation(Pbt.RESAMPLE));
        return new PopulationTraining(problem, course, size,
                population -> new Truncation(quantile, new Bandit(genes, population, perturbing)));
    }
}
