package dev.sextant.strategy.insight;

import java.util.List;

/// Which parameters mattered.
///
/// @param trials     how many were looked at
/// @param parameters the most important first; constants are left out
/// @param pairs      what two of them do together beyond what each does alone, the largest first; with
///                   [Method#FANOVA] only, and of the twelve most important parameters only
public record Importance(Method method, int trials, List<Weight> parameters, List<Weight> pairs) {
    public Importance {
        parameters = List.copyOf(parameters);
        pairs = List.copyOf(pairs);
    }
}
