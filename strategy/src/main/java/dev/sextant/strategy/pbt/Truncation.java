package dev.sextant.strategy.pbt;

import java.util.List;
import java.util.random.RandomGenerator;

/// The worst of a generation take over weights and hyperparameters of one of the best and explore from there; all others
/// go on as they are.
///
/// Source: M. Jaderberg et al., arXiv 1711.09846 (2017), "truncation selection".
/// Differs: members are compared after the same generation, as far as others have ended it, not at the same moment.
///
/// @param quantile how many are the worst, and how many the best; one at least, half at most
record Truncation(double quantile, Explorer explorer) implements Succession {
    @Override
    public Child child(Standing own, boolean failed, List<Standing> rivals, RandomGenerator random) {
        int few = few(rivals.size(), quantile);
        boolean worst = few > 0 && rivals.indexOf(own) >= rivals.size() - few;
        if (!worst && !failed) {
            return new Child(own, own.configuration(), "goes on");
        }
        Standing best = few == 0 ? own : rivals.get(random.nextInt(few));
        if (best.loss() >= own.loss() && !failed) {
            return new Child(own, own.configuration(), "goes on, for none is better");
        }
        return new Child(best, explorer.explore(best, random), "explores from trial %d".formatted(best.trial()));
    }

    /// How many of a generation are its worst; 0 where there is nobody to compare with.
    static int few(int members, double quantile) {
        return members < 2 ? 0 : Math.clamp(Math.round(members * quantile), 1, members / 2);
    }
}
