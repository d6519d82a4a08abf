package dev.sextant.library;

import dev.sextant.model.space.SearchSpace;
import dev.sextant.model.study.Budget;
import dev.sextant.model.study.Limit;
import dev.sextant.model.study.Objective;
import dev.sextant.model.study.StrategySpec;

/// How to search; every part has a default.
///
/// @param trials how often the function is called, 100 by default; fewer if the space is exhausted before
/// @param atOnce how many calls run at the same time, each on a thread of its own; 1 by default, which makes a search
///        repeat exactly for the same seed
/// @param strategy by default `auto`
/// @param seed the only source of randomness, 1 by default
public record Search(SearchSpace space, int trials, int atOnce, StrategySpec strategy, long seed) {
    public Search {
        if (trials < 1 || atOnce < 1) {
            throw new IllegalArgumentException("A search needs at least 1 trial and 1 at once, not %d and %d."
                    .formatted(trials, atOnce));
        }
    }

    /// A search with all defaults.
    public static Search of(SearchSpace space) {
        return new Search(space, 100, 1, StrategySpec.of("auto"), 1);
    }

    public Search trials(int count) {
        return new Search(space, count, atOnce, strategy, seed);
    }

    public Search atOnce(int count) {
        return new Search(space, trials, count, strategy, seed);
    }

    /// A search with a strategy that needs no settings.
    ///
    /// @param name as `sextant strategies` lists them
    public Search strategy(String name) {
        return new Search(space, trials, atOnce, StrategySpec.of(name), seed);
    }

    public Search strategy(StrategySpec other) {
        return new Search(space, trials, atOnce, other, seed);
    }

    public Search seed(long other) {
        return new Search(space, trials, atOnce, strategy, other);
    }

    /// Looks for the smallest value.
    ///
    /// @throws NoResultException if every call failed
    public Best minimize(Function function) {
        return new Run(this, Objective.Goal.MIN, function).run();
    }

    /// Looks for the largest value.
    ///
    /// @throws NoResultException if every call failed
    public Best maximize(Function function) {
        return new Run(this, Objective.Goal.MAX, function).run();
    }

    Budget budget() {
        return Budget.of(new Limit.Trials(trials));
    }
}
