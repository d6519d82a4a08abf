package dev.sextant.model.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/// A metric and which way is better.
public record Objective(String metric, Goal goal) {
    /// Which way is better.
    public enum Goal { MIN, MAX }

    /// The value turned so that less is better, which is what strategies see.
    public double loss(double value) {
        return goal == Goal.MIN ? value : 0.0 - value;
    }

    /// The losses that metrics mean; empty unless there is one for every objective.
    ///
    /// @param metrics the value of a metric by its name
    public static Optional<List<Double>> losses(List<Objective> objectives, Function<String, OptionalDouble> metrics) {
        var losses = new ArrayList<Double>(objectives.size());
        for (var objective : objectives) {
            var value = metrics.apply(objective.metric());
            if (value.isEmpty()) {
                return Optional.empty();
            }
            losses.add(objective.loss(value.getAsDouble()));
        }
        return Optional.of(List.copyOf(losses));
    }

    /// The inverse of [#loss].
    public double value(double loss) {
        return goal == Goal.MIN ? loss : 0.0 - loss;
    }

    /// The word of the goal: `min` or `max`.
    public String goalWord() {
        return goal == Goal.MIN ? "min" : "max";
    }
}
