package dev.sextant.strategy.cmaes;

import java.util.Comparator;
import java.util.List;

/// How good the end of a trial was: complete by loss, then pruned by loss, then those without a value.
record Rank(Tier tier, double loss) implements Comparable<Rank> {
    private static final Comparator<Rank> ORDER = Comparator.comparing(Rank::tier).thenComparingDouble(Rank::loss);

    enum Tier { COMPLETE, PRUNED, WORTHLESS }

    static final Rank WORTHLESS = new Rank(Tier.WORTHLESS, 0);

    static Rank complete(List<Double> losses) {
        return new Rank(Tier.COMPLETE, losses.getFirst());
    }

    static Rank pruned(List<Double> losses) {
        return losses.isEmpty() ? WORTHLESS : new Rank(Tier.PRUNED, losses.getFirst());
    }

    @Override
    public int compareTo(Rank other) {
        return ORDER.compare(this, other);
    }
}
