package dev.sextant.strategy.cube;

import dev.sextant.model.study.OutcomeLimit;
import dev.sextant.strategy.Observation;
import java.util.Comparator;
import java.util.List;

/// How good the end of a trial was: complete by loss, then those that break a limit, by how much they do, then pruned by loss, then those
/// without a value.
public record Rank(Tier tier, double loss) implements Comparable<Rank> {
    private static final Comparator<Rank> ORDER = Comparator.comparing(Rank::tier).thenComparingDouble(Rank::loss);

    /// The kinds of ends, the best first.
    public enum Tier { COMPLETE, INFEASIBLE, PRUNED, WORTHLESS }

    /// Of a trial without a value.
    public static final Rank WORTHLESS = new Rank(Tier.WORTHLESS, 0);

    /// Of a trial that ended with a value; its first loss counts.
    public static Rank complete(List<Double> losses) {
        return new Rank(Tier.COMPLETE, losses.getFirst());
    }

    /// The same; or, if it breaks limits, by how much it does.
    public static Rank complete(Observation.Completed completed) {
        double violation = OutcomeLimit.violation(completed.excesses());
        return violation > 0 ? new Rank(Tier.INFEASIBLE, violation) : complete(completed.losses());
    }

    /// Of a trial that was stopped early.
    ///
    /// @param losses the last it reported; may be empty
    public static Rank pruned(List<Double> losses) {
        return losses.isEmpty() ? WORTHLESS : new Rank(Tier.PRUNED, losses.getFirst());
    }

    @Override
    public int compareTo(Rank other) {
        return ORDER.compare(this, other);
    }
}
