package dev.sextant.strategy.bayes;

import dev.sextant.strategy.bayes.Results.Known;
import java.util.List;
import java.util.Optional;

/// How likely a configuration is to come to a result at all: a Gaussian process over which trials failed. Not thread-safe.
///
/// Source: F. Bachoc, C. Helbert, V. Picheny, Gaussian process optimization with failures, J. Global Optim. 78, 2020. Differs: the process explains the
/// numbers −1 and 1 themselves, as noisy ones, and a failure is what it expects above 0; the probability counts to a
/// power, see [Odds.Kind].
final class Survival {
    private final Model model;

    Survival(Axes axes, Work work) {
        this.model = new Model(new Failure(), new Memories(axes), work);
    }

    /// Whether a trial failed, as a number.
    private record Failure() implements Quantity {
        @Override
        public List<Rank> ofFit(int told, List<Known> rows) {
            return rows.stream().map(row -> Rank.complete(number(row))).toList();
        }

        @Override
        public List<Rank> ofChoice(int told, List<Known> rows) {
            return rows.stream().map(Known::rank).toList();
        }

        /// Two numbers scatter much around whatever is smooth; and many trials fail by chance.
        @Override
        public double noise() {
            return -2;
        }

        @Override
        public double[] targets(List<Rank> ranks) {
            double[] numbers = ranks.stream().mapToDouble(Rank::loss).toArray();
            return Standard.of(numbers).apply(numbers);
        }
    }

    private static double number(Known known) {
        return known.losses().isEmpty() ? 1 : -1;
    }

    /// Both kinds of end are known.
    private static boolean isInDoubt(Results results) {
        return results.valued() > 0 && results.valued() < results.all().count();
    }

    void tell(Results results) {
        if (isInDoubt(results)) {
            model.tell(results.all());
        }
    }

    void settle() {
        model.settle();
    }

    /// Where trials are expected to fail; empty as long as none did.
    Optional<Odds.Border> border(Results results) {
        if (!isInDoubt(results)) {
            return Optional.empty();
        }
        Posterior posterior = model.of(results.all());
        double[] numbers = model.rows(results.all()).stream().mapToDouble(Survival::number).toArray();
        Standard standard = Standard.of(numbers);
        posterior.explain(standard.apply(numbers));
        return Optional.of(new Odds.Border(Odds.Kind.FAILURE, posterior.with(results.pending()), standard.apply(0)));
    }
}
