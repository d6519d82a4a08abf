package dev.sextant.strategy.settings;

import dev.sextant.strategy.Problem;

/// Refuses studies with several objectives, for strategies that rank results by one loss.
public final class OneObjective {
    private OneObjective() {}

    /// Refuses a problem of several objectives.
    ///
    /// @throws IllegalArgumentException that says what to do
    public static void require(Problem problem) {
        if (problem.objectives() > 1) {
            throw new IllegalArgumentException("""
                    Strategy '%s' works on one objective; the study has %d.
                    Keep one and record the others, or use 'auto'.""".formatted(problem.settings().name(), problem.objectives()));
        }
    }
}
