package dev.sextant.strategy.bayes;

import dev.sextant.strategy.bayes.Results.Known;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/// Which configuration that was tried deserves another trial, because results are noisy: one of the best few, if another result of it says more
/// about the best mean than the new configuration that would be tried instead (see [KnowledgeGradient]).
///
/// As long as nothing was repeated, noise cannot be told from a rough function, so the best of [#ENOUGH] configurations is repeated once.
/// If that gives the same result, nothing is ever repeated again, nor as long as the model sees hardly any noise.
final class Repeats {
    /// Variance of the noise, as a part of the variance of the results, below which nothing is repeated.
    private static final double NOISY = 0.01;
    private static final int ENOUGH = 12;
    private static final int LEADERS = 20;
    private static final int CANDIDATES = 5;

    private final Posterior posterior;
    private final List<Known> rows;
    private final double[] means;
    private final List<Known> pending;

    /// What results say of noise.
    private enum Evidence { NONE, AWAITED, DIFFERENT, EQUAL }

    /// @param posterior with what is awaited
    /// @param rows      the results
    /// @param means     fitted, of all results that the posterior knows, of which the rows are the last
    /// @param pending   trials without a result
    Repeats(Posterior posterior, List<Known> rows, double[] means, List<Known> pending) {
        this.posterior = posterior;
        this.rows = rows;
        this.means = means;
        this.pending = pending;
    }

    /// The result whose configuration is to be repeated; empty if the new point is worth more.
    ///
    /// @param mayRepeat whether another trial of it is allowed
    Optional<Known> instead(double[] point, Predicate<Known> mayRepeat) {
        int[] leaders = leaders();
        int[] allowed = Arrays.stream(leaders).limit(CANDIDATES).filter(i -> mayRepeat.test(row(i))).toArray();
        if (allowed.length == 0) {
            return Optional.empty();
        }
        return switch (evidence()) {
            case NONE -> Optional.of(allowed[0]).filter(_ -> leaders.length >= ENOUGH).map(this::row);
            case DIFFERENT -> worthwhile(new KnowledgeGradient(posterior, means, leaders), allowed, point);
            case AWAITED, EQUAL -> Optional.empty();
        };
    }

    private Optional<Known> worthwhile(KnowledgeGradient gradient, int[] allowed, double[] point) {
        if (posterior.noise() < NOISY) {
            return Optional.empty();
        }
        double[] gains = Arrays.stream(allowed).mapToDouble(gradient::ofRepeat).toArray();
        int best = IntStream.range(0, gains.length).boxed().max(Comparator.comparingDouble(i -> gains[i])).orElseThrow();
        return gains[best] > gradient.of(point) ? Optional.of(row(allowed[best])) : Optional.empty();
    }

    private Known row(int index) {
        return rows.get(index - before());
    }

    private int before() {
        return means.length - rows.size();
    }

    /// Of each configuration that breaks no limit the first result, the least mean first.
    private int[] leaders() {
        TreeSet<double[]> seen = new TreeSet<>(Arrays::compare);
        return IntStream.range(before(), means.length).filter(i -> !Feasibility.isBroken(row(i)))
                .boxed().sorted(Comparator.comparingDouble(i -> means[i])).filter(i -> seen.add(row(i).genes()))
                .limit(LEADERS).mapToInt(i -> i).toArray();
    }

    private Evidence evidence() {
        TreeMap<double[], Double> first = new TreeMap<>(Arrays::compare);
        boolean equal = false;
        for (Known row : rows) {
            Double before = first.putIfAbsent(row.genes(), row.losses().getFirst());
            if (before != null && !before.equals(row.losses().getFirst())) {
                return Evidence.DIFFERENT;
            }
            equal |= before != null;
        }
        return equal ? Evidence.EQUAL : pending.stream().anyMatch(trial -> first.containsKey(trial.genes())) ? Evidence.AWAITED : Evidence.NONE;
    }
}
