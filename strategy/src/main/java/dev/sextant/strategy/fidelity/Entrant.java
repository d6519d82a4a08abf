package dev.sextant.strategy.fidelity;

import java.util.TreeMap;

/// One trial on its way up. Not thread-safe.
final class Entrant {
    private final int trial;
    private final TreeMap<Integer, double[]> results = new TreeMap<>();
    private int aim;
    private int bracket;
    private Where where = Where.ON_ITS_WAY;

    /// Where it is.
    enum Where {
        /// It runs, waits for a slot, or was put aside by a user.
        ON_ITS_WAY,
        /// It has reached the level it was to reach, and may go on.
        STANDING,
        /// It is complete, failed, pruned or dropped.
        GONE
    }

    /// @param aim the level up to which it is to be run; -1 if that is none of the levels
    Entrant(int trial, int aim) {
        this.trial = trial;
        this.aim = aim;
    }

    int trial() {
        return trial;
    }

    int aim() {
        return aim;
    }

    /// The bracket in which it is compared; 0 unless it [joined][#join] another.
    int bracket() {
        return bracket;
    }

    void join(int number) {
        bracket = number;
    }

    /// It is to be run up to a level.
    void goTo(int level) {
        aim = level;
        where = Where.ON_ITS_WAY;
    }

    /// It has a result at the level it was to reach.
    void arrive(double[] losses, boolean complete) {
        if (aim >= 0) {
            results.put(aim, losses);
        }
        where = complete ? Where.GONE : Where.STANDING;
    }

    void leave() {
        where = Where.GONE;
    }

    boolean isOnItsWay() {
        return where == Where.ON_ITS_WAY;
    }

    boolean isStanding() {
        return where == Where.STANDING;
    }

    boolean has(int level) {
        return results.containsKey(level);
    }

    /// What it reached at a level.
    double[] result(int level) {
        double[] losses = results.get(level);
        if (losses == null) {
            throw new IllegalStateException("Trial %d has no result at level %d.".formatted(trial, level));
        }
        return losses;
    }
}
