package dev.sextant.engine.study;

import dev.sextant.model.trial.TrialState;

/// What budgets count. Not thread-safe.
final class Tally {
    private final int[] byState = new int[TrialState.values().length];
    private int failuresInRow;
    private int sinceImprovement;

    void moved(TrialState from, TrialState to) {
        byState[from.code()]--;
        byState[to.code()]++;
    }

    void created() {
        byState[TrialState.QUEUED.code()]++;
    }

    /// Counts the end of a trial.
    void ended(TrialState state, boolean improved) {
        failuresInRow = state == TrialState.FAILED ? failuresInRow + 1 : 0;
        sinceImprovement = improved ? 0 : sinceImprovement + 1;
    }

    /// A new process, or a user's wish to try again, forgives failures.
    void forgive() {
        failuresInRow = 0;
    }

    int count(TrialState state) {
        return byState[state.code()];
    }

    /// Trials that count against the budget of trials.
    int finished() {
        return count(TrialState.COMPLETE) + count(TrialState.FAILED) + count(TrialState.PRUNED);
    }

    /// Trials that have not ended.
    int live() {
        return count(TrialState.QUEUED) + count(TrialState.RUNNING) + count(TrialState.PAUSED);
    }

    /// Failures since the last other end, while nothing has succeeded; else 0.
    int failuresFromTheStart() {
        return count(TrialState.COMPLETE) + count(TrialState.PRUNED) == 0 ? failuresInRow : 0;
    }

    int sinceImprovement() {
        return count(TrialState.COMPLETE) == 0 ? 0 : sinceImprovement;
    }
}
