package dev.sextant.library;

import dev.sextant.model.space.SearchSpace;
import dev.sextant.model.study.Budget;
import dev.sextant.model.study.Limit;
import dev.sextant.model.study.Objective;
import dev.sextant.model.study.OutcomeLimit;
import dev.sextant.model.study.StrategySpec;
import java.util.ArrayList;
import java.util.List;

/// How to search; every part has a default.
///
/// @param trials how often the function is called, 100 by default; fewer if the space is exhausted before
/// @param atOnce how many calls run at the same time, each on a thread of its own; 1 by default, which makes a search
///        repeat exactly for the same seed
/// @param strategy by default `auto`
/// @param seed the only source of randomness, 1 by default
/// @param limits of figures that the function [records][Point#record]; a point beyond one is never the best
public record Search(SearchSpace space, int trials, int atOnce, StrategySpec strategy, long seed, List<OutcomeLimit> limits) {
    public Search {
        limits = List.copyOf(limits);
        if (trials < 1 || atOnce < 1) {
            throw new IllegalArgumentException("A search needs at least 1 trial and 1 at once, not %d and %d."
                    .formatted(trials, atOnce));
        }
    }

    /// A search with all defaults.
    public static Search of(SearchSpace space) {
        return new Search(space, 100, 1, StrategySpec.of("auto"), 1, List.of());
    }

    public Search trials(int count) {
        return new Search(space, count, atOnce, strategy, seed, limits);
    }

    public Search atOnce(int count) {
        return new Search(space, trials, count, strategy, seed, limits);
    }

    /// A search with a strategy that needs no settings.
    ///
    /// @param name as `sextant strategies` lists them
    public Search strategy(String name) {
        return new Search(space, trials, atOnce, StrategySpec.of(name), seed, limits);
    }

    public Search strategy(StrategySpec other) {
        return new Search(space, trials, atOnce, other, seed, limits);
    }

    public Search seed(long other) {
        return new Search(space, trials, atOnce, strategy, other, limits);
    }

    /// A search in which a recorded figure should be at most so large.
    public Search atMost(String metric, double bound) {
        return with(new OutcomeLimit(metric, OutcomeLimit.Side.AT_MOST, bound));
    }

    /// A search in which a recorded figure should be at least so large.
    public Search atLeast(String metric, double bound) {
        return with(new OutcomeLimit(metric, OutcomeLimit.Side.AT_LEAST, bound));
    }

    private Search with(OutcomeLimit limit) {
        var more = new ArrayList<>(limits);
        more.add(limit);
        return new Search(space, trials, atOnce, strategy, seed, more);
    }

    /// Looks for the smallest value.
    ///
    /// @throws NoResultException if every call failed, or none kept the limits
    public Best minimize(Function function) {
        return new Run(this, Objective.Goal.MIN, function).run();
    }

    /// Looks for the largest value.
    ///
    /// @throws NoResultException if every call failed, or none kept the limits
    public Best maximize(Function function) {
        return new Run(this, Objective.Goal.MAX, function).run();
    }

    Budget budget() {
        return Budget.of(new Limit.Trials(trials));
    }
}
