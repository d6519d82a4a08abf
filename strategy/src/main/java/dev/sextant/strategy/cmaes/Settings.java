package dev.sextant.strategy.cmaes;

import dev.sextant.strategy.Problem;
import dev.sextant.strategy.cube.Cube;
import dev.sextant.strategy.settings.Knobs;
import java.util.List;
import java.util.Locale;

/// What a user may set.
///
/// @param population results an update, at least
/// @param sigma the first step size, in ranges of a parameter
/// @param restarts what happens when a search has converged
record Settings(int population, double sigma, Restarts.Mode restarts) {
    private static final double STANDARD_SIGMA = 1 / 6.0;

    static Settings of(Problem problem) {
        var knobs = new Knobs(problem.settings());
        int usual = Rates.usualLambda(new Cube(problem.space()).width());
        var settings = new Settings(knobs.whole("population", usual, 4, 100_000), knobs.real("sigma", STANDARD_SIGMA, 1e-6, 2),
                mode(knobs.word("restarts", "bipop", List.of("bipop", "ipop", "none"))));
        knobs.noOthers();
        return settings;
    }

    private static Restarts.Mode mode(String word) {
        return Restarts.Mode.valueOf(word.toUpperCase(Locale.ROOT));
    }
}
