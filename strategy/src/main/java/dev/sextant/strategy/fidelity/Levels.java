package dev.sextant.strategy.fidelity;

import dev.sextant.model.study.FidelityRange;
import dev.sextant.strategy.Problem;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// The fidelities at which trials are compared: each `eta` times the one below it, counted down from all of a trial.
///
/// `max·eta^−k`, rounded, for all k for which it is at least `min`. Immutable.
///
/// Source: L. Li et al., Hyperband, JMLR 18 (2018), algorithm 1. Differs from ASHA's paper, which counts up from `min`
/// and so may have a last step that is shorter than the others.
final class Levels {
    private final long[] fidelities;

    private Levels(long[] fidelities) {
        this.fidelities = fidelities;
    }

    /// The levels of a range.
    ///
    /// @param eta at least 2
    static Levels of(FidelityRange range, int eta) {
        int below = 0;
        for (double fidelity = range.max() / (double) eta; fidelity >= range.min() * (1 - 1e-9); fidelity /= eta) {
            below++;
        }
        long[] fidelities = new long[below + 1];
        double fidelity = range.max();
        for (int level = below; level >= 0; level--) {
            fidelities[level] = level == below ? range.max() : Math.max(range.min(), Math.round(fidelity));
            fidelity /= eta;
        }
        return new Levels(Arrays.stream(fidelities).distinct().toArray());
    }

    /// Levels that go up from a fidelity, as far as numbers go.
    ///
    /// @param most levels at most
    static Levels up(long min, int eta, int most) {
        long[] fidelities = new long[most];
        int count = 0;
        for (long fidelity = min; count < most; fidelity *= eta) {
            fidelities[count++] = fidelity;
            if (fidelity > Long.MAX_VALUE / eta) {
                break;
            }
        }
        return new Levels(Arrays.copyOf(fidelities, count));
    }

    /// The levels for a strategy.
    ///
    /// @throws IllegalArgumentException if the study has no fidelity, or its range has no room for two levels
    static Levels of(Problem problem, int eta) {
        var name = problem.settings().name();
        var range = problem.fidelity().orElseThrow(() -> new IllegalArgumentException("""
                Strategy '%s' needs a fidelity, which says how much of a trial to run; the study has none.
                Add one: --fidelity epochs=1..27, or in the file fidelity: {name: epochs, min: 1, max: 27}.""".formatted(name)));
        Levels levels = of(range, eta);
        if (levels.count() < 2) {
            throw new IllegalArgumentException("""
                    Strategy '%s': %s=%d..%d leaves no room for a lower level; with eta %d the maximum must be at least %d times the minimum.
                    Widen the range, or choose a strategy that runs every trial in full.""".formatted(
                    name, range.name(), range.min(), range.max(), eta, eta));
        }
        return levels;
    }

    int count() {
        return fidelities.length;
    }

    /// The level at which trials are run in full.
    int top() {
        return fidelities.length - 1;
    }

    /// The fidelity of a level.
    long at(int level) {
        return fidelities[level];
    }

    /// The fidelity of a level as a proposal says it: empty for all of a trial.
    OptionalLong fidelity(int level) {
        return level == top() ? OptionalLong.empty() : OptionalLong.of(fidelities[level]);
    }

    /// The level of a fidelity; empty if it is none of these.
    OptionalInt level(OptionalLong fidelity) {
        if (fidelity.isEmpty()) {
            return OptionalInt.of(top());
        }
        int found = Arrays.binarySearch(fidelities, fidelity.getAsLong());
        return found < 0 ? OptionalInt.empty() : OptionalInt.of(found);
    }

    /// The highest level that a step has reached; empty below the lowest.
    OptionalInt reached(long step) {
        int found = Arrays.binarySearch(fidelities, step);
        int level = found >= 0 ? found : -found - 2;
        return level < 0 ? OptionalInt.empty() : OptionalInt.of(level);
    }
}
