package dev.sextant.strategy.fidelity;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// How many trials the rungs of the brackets have.
final class Plans {
    private Plans() {}

    /// The brackets of Hyperband, the one with the most trials first.
    ///
    /// With s + 1 rungs of S + 1 levels it begins with ⌈(S+1)/(s+1)·eta^s⌉ trials; each rung has the eta-th part of the one
    /// below it.
    ///
    /// Source: L. Li et al., Hyperband, JMLR 18 (2018), algorithm 1.
    ///
    /// @param count how many brackets, at most one a level
    static List<Bracket.Plan> hyperband(Levels levels, int eta, int count) {
        return IntStream.range(0, Math.min(count, levels.count())).mapToObj(start -> {
            int steps = levels.top() - start;
            long trials = (long) Math.ceil(levels.count() / (double) (steps + 1) * Math.pow(eta, steps) - 1e-9);
            return plan(start, steps, trials, eta);
        }).toList();
    }

    /// Successive halving from the lowest level to the top, where one trial is left.
    static Bracket.Plan halving(Levels levels, int eta) {
        return plan(0, levels.top(), Math.round(Math.pow(eta, levels.top())), eta);
    }

    private static Bracket.Plan plan(int start, int steps, long trials, int eta) {
        List<Integer> sizes = new ArrayList<>();
        double left = trials;
        for (int rung = 0; rung <= steps; rung++) {
            sizes.add((int) Math.min(Integer.MAX_VALUE, Math.max(1, Math.floor(left + 1e-9))));
            left = Math.floor(trials / Math.pow(eta, rung + 1) + 1e-9);
        }
        return new Bracket.Plan(start, sizes);
    }
}
