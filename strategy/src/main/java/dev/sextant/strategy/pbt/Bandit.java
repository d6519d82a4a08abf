package dev.sextant.strategy.pbt;

import dev.sextant.model.space.Bool;
import dev.sextant.model.space.Choice;
import dev.sextant.model.space.Configuration;
import dev.sextant.model.space.Parameter;
import dev.sextant.strategy.numeric.Normal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Explores where a Gaussian process expects the next generation to improve most, if it is lucky: the largest mean plus κ
/// standard deviations, κ² = 0.2 + max(0, ln 0.4 t) after t generations, among random draws and small changes.
///
/// It learns from how much each child improved on the loss that its weights came with; children that are under way make it surer,
/// so that several explore apart.
///
/// Source: J. Parker-Holder, V. Nguyen and S. Roberts, Provably efficient online hyperparameter optimization with
/// population-based bandits, NeurIPS 2020.
/// Differs: improvements enter by their rank within a generation, as normal scores; choices are
/// corners of a simplex instead of being left out; the last 100 children are looked at.
///
/// @param otherwise explores while too little is known
record Bandit(Genes genes, Population population, Explorer otherwise) implements Explorer {
    private static final int LEAST = 4;
    private static final int WINDOW = 100;
    private static final int DRAWS = 200;
    private static final int CHANGES = 50;

    @Override
    public Configuration explore(Standing taken, RandomGenerator random) {
        List<Standing> children = children();
        if (children.size() < LEAST) {
            return otherwise.explore(taken, random);
        }
        List<Drift.Point> points = children.stream().map(child -> point(child.configuration(), child.generation())).toList();
        List<Drift.Point> expected = population.underWay().stream().map(run -> point(run.configuration(), run.place().generation())).toList();
        return Drift.of(points, scores(children), expected).map(drift -> best(drift, taken, random))
                .orElseGet(() -> otherwise.explore(taken, random));
    }

    private List<Standing> children() {
        List<Standing> children = population.history().stream().filter(standing -> standing.before().isPresent())
                .sorted(Comparator.comparingInt(Standing::trial)).toList();
        return children.subList(Math.max(0, children.size() - WINDOW), children.size());
    }

    /// Normal scores of the improvements within each generation, the largest for the best: losses fall ever more slowly, and what
    /// helps shows in comparison with those who began at the same height.
    private static double[] scores(List<Standing> children) {
        double[] scores = new double[children.size()];
        Map<Integer, List<Integer>> byGeneration = IntStream.range(0, scores.length).boxed().collect(
                Collectors.groupingBy(i -> children.get(i).generation(), TreeMap::new, Collectors.toList()));
        for (List<Integer> peers : byGeneration.values()) {
            List<Integer> order = peers.stream().sorted(Comparator.comparingDouble(i -> improvement(children.get(i)))).toList();
            for (int rank = 0; rank < order.size(); rank++) {
                scores[order.get(rank)] = Normal.quantile((rank + 0.5) / order.size());
            }
        }
        return scores;
    }

    private static double improvement(Standing child) {
        return child.before().orElseThrow() / 2 - child.loss() / 2;
    }

    private Configuration best(Drift drift, Standing taken, RandomGenerator random) {
        int generation = taken.generation() + 1;
        double kappa = Math.sqrt(0.2 + Math.max(0, Math.log(0.4 * generation)));
        Stream<Configuration> draws = Stream.generate(() -> genes.child(taken.configuration(), parameter -> parameter.domain().at(random.nextDouble()))).limit(DRAWS);
        Stream<Configuration> changes = Stream.generate(() -> otherwise.explore(taken, random)).limit(CHANGES);
        return Stream.concat(draws, changes)
                .map(candidate -> new Candidate(candidate, drift.upper(point(candidate, generation), kappa)))
                .max(Comparator.comparingDouble(Candidate::promise)).map(Candidate::configuration).orElse(taken.configuration());
    }

    private record Candidate(Configuration configuration, double promise) {}

    /// A number for each ordered hyperparameter that may vary, one for each value of a choice; half-way where it is inactive.
    private Drift.Point point(Configuration configuration, int generation) {
        List<Double> x = new ArrayList<>();
        for (Parameter parameter : genes.varying()) {
            Optional<Double> unit = configuration.value(parameter.name()).map(value -> parameter.domain().unit(value));
            switch (parameter.domain()) {
                case Choice choice -> corners(x, (int) choice.count(), unit);
                case Bool flag -> corners(x, (int) flag.count(), unit);
                default -> x.add(unit.orElse(0.5));
            }
        }
        return new Drift.Point(x, generation);
    }

    private static void corners(List<Double> x, int count, Optional<Double> unit) {
        for (int i = 0; i < count; i++) {
            boolean here = unit.isPresent() && (int) (unit.get() * count) == i;
            x.add(here ? Math.sqrt(0.5) : 0);
        }
    }
}
