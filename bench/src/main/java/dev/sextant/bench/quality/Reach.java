package dev.sextant.bench.quality;

import java.util.List;
import java.util.stream.IntStream;

/// How soon one method comes to what another one has reached.
record Reach(Comparison comparison) {
    /// The shares of the whole length of a run at which the other method is looked at.
    static final List<Double> STOPS = List.of(1.0 / 6, 1.0 / 3, 2.0 / 3, 1.0);

    /// What the first method needed to come to the regret that another one had at a stop, divided by what that one had needed for
    /// it: the median over all pairs of problem and seed, `+∞` where it never came so far.
    double ratio(String other, double stop) {
        String first = comparison.methods().getFirst();
        int end = (int) Math.round(stop * comparison.evaluations());
        double[] ratios = comparison.families().stream().flatMap(family -> comparison.pairs(family, first, other).values().stream())
                .flatMap(List::stream).mapToDouble(pair -> needed(pair[0], pair[1].at(end)) / needed(pair[1], pair[1].at(end))).sorted().toArray();
        return ratios.length == 0 ? Double.NaN : ratios[ratios.length / 2];
    }

    /// The first result with so little regret, from 1.
    private static double needed(Run run, double regret) {
        return IntStream.rangeClosed(1, run.evaluations()).filter(n -> run.at(n) <= regret).findFirst().stream().asDoubleStream()
                .findFirst().orElse(Double.POSITIVE_INFINITY);
    }

    /// How often the first method came to what the other had in the end, of how many pairs.
    int[] reached(String other) {
        String first = comparison.methods().getFirst();
        List<Run[]> pairs = comparison.families().stream().flatMap(family -> comparison.pairs(family, first, other).values().stream())
                .flatMap(List::stream).toList();
        int end = comparison.evaluations();
        long reached = pairs.stream().filter(pair -> pair[0].at(end) <= pair[1].at(end)).count();
        return new int[] {(int) reached, pairs.size()};
    }
}
