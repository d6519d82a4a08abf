package dev.sextant.app.results;

import dev.sextant.model.study.Objective;
import dev.sextant.model.trial.TrialRecord;
import java.util.Arrays;
import java.util.List;

/// A complete trial and its losses, one an objective; ordered by the first loss, then the second, and so on.
final class Candidate implements Comparable<Candidate> {
    private final TrialRecord trial;
    private final double[] losses;

    Candidate(TrialRecord trial, List<Objective> objectives) {
        this.trial = trial;
        this.losses = objectives.stream().mapToDouble(o -> o.loss(Results.value(trial, o).orElseThrow())).toArray();
    }

    TrialRecord trial() {
        return trial;
    }

    /// Whether this is better in one objective and worse in none.
    boolean dominates(Candidate other) {
        boolean better = false;
        for (int i = 0; i < losses.length; i++) {
            if (losses[i] > other.losses[i]) {
                return false;
            }
            better |= losses[i] < other.losses[i];
        }
        return better;
    }

    @Override
    public int compareTo(Candidate other) {
        return Arrays.compare(losses, other.losses);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Candidate that && trial.equals(that.trial) && Arrays.equals(losses, that.losses);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(losses);
    }
}
