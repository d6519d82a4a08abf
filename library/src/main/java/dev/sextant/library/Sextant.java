package dev.sextant.library;

import dev.sextant.model.space.SearchSpace;

/// The way in for Java programs.
///
///     var best = Sextant.minimize(
///             Space.of(Space.real("x", -5, 10), Space.real("y", 0, 15)),
///             p -> branin(p.real("x"), p.real("y")));
///     System.out.println(best.value() + " at " + best.configuration());
///
/// Everything else – how many trials, which strategy, how many at once – is set on a [Search].
public final class Sextant {
    private Sextant() {}

    /// Looks for the smallest value of a function, with the defaults of a [Search].
    public static Best minimize(SearchSpace space, Function function) {
        return Search.of(space).minimize(function);
    }

    /// Looks for the largest value of a function, with the defaults of a [Search].
    public static Best maximize(SearchSpace space, Function function) {
        return Search.of(space).maximize(function);
    }
}
