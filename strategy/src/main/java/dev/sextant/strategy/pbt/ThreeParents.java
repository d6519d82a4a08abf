package dev.sextant.strategy.pbt;

import dev.sextant.model.space.Configuration;
import dev.sextant.model.space.Parameter;
import dev.sextant.model.value.Value;
import dev.sextant.strategy.demes.Fitness;
import dev.sextant.strategy.numeric.Draw;
import java.util.Comparator;
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
/// Differs: fitness goes by rank, not by loss, and as much by what the last generation gained as by where it came to; nobody
/// waits for a generation to end, see [Population]; the paper's body was not at hand, so rates and the choice of the weights'
/// parent are ours.
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

    /// By the rank of the sum of two ranks: how low the loss is, which the weights have earned over all generations, and how much of it went
    /// in the last one, which the hyperparameters have. Ranks, for the losses of networks that run off have no upper end, and beside them all
    /// others would look the same.
    private static double[] fitness(List<Standing> rivals) {
        int[] sums = IntStream.range(0, rivals.size()).toArray();
        List<Integer> byChange = ranked(rivals.size(), Comparator.comparingDouble(i -> change(rivals.get(i))));
        IntStream.range(0, sums.length).forEach(rank -> sums[byChange.get(rank)] += rank);
        double[] fitness = new double[sums.length];
        List<Integer> bySum = ranked(sums.length, Comparator.comparingInt(i -> sums[i]));
        IntStream.range(0, sums.length).forEach(rank -> fitness[bySum.get(rank)] = Fitness.of(rank, 0, sums.length - 1));
        return fitness;
    }

    /// The numbers below a count, in an order; among equals the lowest first.
    private static List<Integer> ranked(int count, Comparator<Integer> order) {
        return IntStream.range(0, count).boxed().sorted(order).toList();
    }

    /// What became of the loss in the last generation, in a measure that knows no unit: −1 for a loss that went altogether; 0 for a founder.
    private static double change(Standing one) {
        double before = one.before().orElse(one.loss());
        double both = Math.abs(one.loss()) / 2 + Math.abs(before) / 2;
        return both == 0 ? 0 : (one.loss() / 2 - before / 2) / both;
    }
}
