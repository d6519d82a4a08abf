package dev.sextant.strategy.moea;

import dev.sextant.strategy.Problem;
import dev.sextant.strategy.settings.Knobs;

/// The settings that all evolutionary searches with several objectives share.
///
/// @param least         how many may live at first, at least 2
/// @param most          how many may live at the end
/// @param founders      trials before the first child, at least 1
/// @param crossoverRate the chance that a child has two parents
record Rules(int least, int most, int founders, double crossoverRate) {
    private static final int FIRST = 20;
    private static final int LAST = 100;

    /// The settings of a problem's strategy; where no population is given, it grows.
    static Rules growing(Problem problem) {
        return of(problem, FIRST, LAST);
    }

    /// The same with a population that stays as it is.
    static Rules fixed(Problem problem, int population) {
        return of(problem, population, population);
    }

    private static Rules of(Problem problem, int least, int most) {
        var knobs = new Knobs(problem.settings());
        int population = knobs.whole("population", least, 2, 10_000);
        boolean given = problem.settings().settings().containsKey("population");
        var rules = new Rules(population, given ? population : most,
                knobs.whole("founders", FIRST, 1, 1_000_000), knobs.fraction("crossover_rate", 0.9));
        knobs.noOthers();
        return rules;
    }

    /// How many may live after so many results: their square root between the two limits. So a short search presses forward, and a
    /// long one ends with a fine front.
    int population(long results) {
        return Math.clamp((long) Math.sqrt((double) results), least, most);
    }
}
