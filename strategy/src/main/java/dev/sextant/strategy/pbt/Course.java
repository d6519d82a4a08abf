package dev.sextant.strategy.pbt;

import dev.sextant.model.study.FidelityRange;
import dev.sextant.strategy.Problem;
import dev.sextant.strategy.settings.Knobs;
import java.util.Optional;
import java.util.OptionalLong;

/// How members are trained: in generations of so much fidelity each, up to its maximum, or, where a study has no
/// fidelity, in so many runs of the command.
///
/// @param interval fidelity of one generation; 1 where there is none
/// @param generations the last one
record Course(Optional<FidelityRange> range, long interval, int generations) {
    private static final int MANY = 1_000_000;

    /// Reads `interval` or `generations`.
    ///
    /// @throws IllegalArgumentException if there would be a single generation, from which nobody can learn
    static Course of(Problem problem, Knobs knobs) {
        Optional<FidelityRange> fidelity = problem.fidelity();
        if (fidelity.isEmpty()) {
            return new Course(fidelity, 1, knobs.whole("generations", MANY, 2, MANY));
        }
        FidelityRange range = fidelity.get();
        int most = (int) Math.min(MANY, range.max());
        int interval = knobs.whole("interval", (int) Math.min(most, range.min()), 1, most);
        if (interval == range.max()) {
            throw new IllegalArgumentException("""
                    Strategy '%s': one generation of %d %s is all there is up to the maximum of %d.
                    Give the fidelity a higher maximum, or set 'interval' lower: members learn from each other between generations."""
                    .formatted(problem.settings().name(), interval, range.name(), range.max()));
        }
        return new Course(fidelity, interval, Math.toIntExact(Math.min(MANY, (range.max() + interval - 1) / interval)));
    }

    /// Up to where a generation trains; empty for the last one, which completes its trial.
    OptionalLong upTo(int generation) {
        return range.isEmpty() || generation >= generations ? OptionalLong.empty() : OptionalLong.of(generation * interval);
    }

    /// The generation that a trial of somebody else ends.
    int generation(OptionalLong fidelity) {
        if (range.isEmpty()) {
            return 1;
        }
        long reached = fidelity.orElse(range.get().max());
        return Math.toIntExact(Math.clamp((reached + interval - 1) / interval, 1, generations));
    }
}
