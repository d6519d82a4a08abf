package dev.sextant.strategy.pbt;

import dev.sextant.model.space.Configuration;
import dev.sextant.model.space.Parameter;
import dev.sextant.model.value.Value;
import dev.sextant.strategy.demes.Fitness;
import dev.sextant.strategy.numeric.Draw;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// Every child has three parents: two give the hyperparameters, by crossover and mutation, and one the weights.
///
/// Good hyperparameters spread without the weights that happened to be trained with them, and bad ones are shed without
/// losing good weights.
///
/// Source: A. Vose et al., Recombination of Artificial Neural Networks, arXiv 1901.03900 (2019); the fitness is that of
/// the logs of CrayAI.
/// Differs: fitness goes by rank, not by loss; nobody waits for a generation to end, see [Population]; the paper's body was
/// not at hand, so rates and the choice of the weights' parent are ours.
///
/// @param quantile see [Truncation]
/// @param mutationRate the chance of each gene of a child to change
/// @param crossoverRate the chance of each gene of a child to come from its second parent
record ThreeParents(Genes genes, Perturbation perturbation, double quantile, double mutationRate, double crossoverRate)
        implements Succession {
    @Override
    public Child child(Standing own, boolean failed, List<Standing> rivals, RandomGenerator random) {
        double[] fitness = fitness(rivals);
        Standing weights = weights(own, failed, rivals, random);
        int one = Draw.index(fitness, random);
        fitness[one] = rivals.size() == 1 ? 1 : 0;
        List<Standing> parents = List.of(rivals.get(one), rivals.get(Draw.index(fitness, random)));
        return new Child(weights, genes.child(weights.configuration(), parameter -> gene(parameter, parents, random)),
                "parameters of trials %d and %d, weights of trial %d".formatted(
                        parents.get(0).trial(), parents.get(1).trial(), weights.trial()));
    }

    private Standing weights(Standing own, boolean failed, List<Standing> rivals, RandomGenerator random) {
        int few = Truncation.few(rivals.size(), quantile);
        boolean worst = few > 0 && rivals.indexOf(own) >= rivals.size() - few;
        return few > 0 && (worst || failed) ? rivals.get(random.nextInt(few)) : own;
    }

    private Value gene(Parameter parameter, List<Standing> parents, RandomGenerator random) {
        boolean second = random.nextDouble() < crossoverRate;
        Configuration favoured = parents.get(second ? 1 : 0).configuration();
        Configuration other = parents.get(second ? 0 : 1).configuration();
        Value inherited = favoured.value(parameter.name()).or(() -> other.value(parameter.name()))
                .orElseGet(() -> parameter.domain().at(random.nextDouble()));
        return random.nextDouble() < mutationRate ? perturbation.of(inherited, parameter.domain(), random) : inherited;
    }

    /// By rank: the losses of networks that run off have no upper end, and beside them all others would look the same.
    private static double[] fitness(List<Standing> rivals) {
        return IntStream.range(0, rivals.size()).mapToDouble(rank -> Fitness.of(rank, 0, rivals.size() - 1)).toArray();
    }
}
