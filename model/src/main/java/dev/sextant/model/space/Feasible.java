package dev.sextant.model.space;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Draws until the constraints are kept, with bounded effort.
public final class Feasible {
    /// The draws after which a search for an allowed configuration gives up.
    public static final int EFFORT = 10_000;

    private Feasible() {}

    /// The first of at most `effort` draws that keeps every constraint.
    public static Optional<Configuration> draw(SearchSpace space, int effort, Supplier<Configuration> draws) {
        for (int i = 0; i < effort; i++) {
            var configuration = draws.get();
            if (space.allows(configuration)) {
                return Optional.of(configuration);
            }
        }
        return Optional.empty();
    }

    /// The constraint that rejected most of `effort` draws; empty if one of them kept every constraint.
    public static Optional<String> starving(SearchSpace space, int effort, Supplier<Configuration> draws) {
        var rejections = new LinkedHashMap<String, Integer>();
        for (int i = 0; i < effort; i++) {
            var broken = space.broken(draws.get());
            if (broken.isEmpty()) {
                return Optional.empty();
            }
            rejections.merge(broken.get(), 1, Integer::sum);
        }
        return rejections.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
    }
}
