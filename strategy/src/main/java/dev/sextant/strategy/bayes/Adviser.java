package dev.sextant.strategy.bayes;

import dev.sextant.strategy.Answer;
import dev.sextant.strategy.Request;
import java.util.Optional;

/// Proposes what follows from the results, once there are enough of them. Not thread-safe.
interface Adviser {
    /// Something was told.
    void tell(Results results);

    /// Results of earlier studies, of one objective, have joined.
    default void remember(Results results) {}

    /// The list of ends is about to be rewritten.
    void settle();

    /// What the models say of all results.
    ///
    /// @param odds  of a result that keeps the limits
    /// @param alone whether trials come one after the other, and nothing is known from elsewhere
    Answer ask(Results results, Odds odds, boolean alone, Request request);

    /// Why something is proposed.
    ///
    /// @param better what is expected of it; empty as long as nothing keeps the limits
    static String why(Results results, Optional<String> better, Odds odds, double[] point) {
        return "GP after %d results: %s%s".formatted(results.valued(), better.orElse("nothing keeps the limits yet"), odds.words(point));
    }
}
