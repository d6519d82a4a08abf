package dev.sextant.strategy.pbt;

import dev.sextant.model.space.Configuration;
import java.util.random.RandomGenerator;

/// Changes every hyperparameter that may vary.
record Perturbing(Genes genes, Perturbation perturbation) implements Explorer {
    @Override
    public Configuration explore(Standing taken, RandomGenerator random) {
        Configuration from = taken.configuration();
        return genes.child(from, parameter -> Genes.changed(from, parameter, random,
                (value, changing) -> perturbation.of(value, changing.domain(), random)));
    }
}
