package dev.sextant.strategy.de;

import dev.sextant.strategy.cube.Rank;

/// One of the population. Immutable.
final class Member {
    private final int trial;
    private final double[] point;
    private final Rank rank;

    Member(int trial, double[] point, Rank rank) {
        this.trial = trial;
        this.point = point;
        this.rank = rank;
    }

    int trial() {
        return trial;
    }

    /// `NaN` where a parameter is inactive.
    double[] point() {
        return point;
    }

    Rank rank() {
        return rank;
    }
}
