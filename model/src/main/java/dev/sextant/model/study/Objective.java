package dev.sextant.model.study;

/// A metric and which way is better.
public record Objective(String metric, Goal goal) {
    /// Which way is better.
    public enum Goal { MIN, MAX }

    /// The value turned so that less is better, which is what strategies see.
    public double loss(double value) {
        return goal == Goal.MIN ? value : 0.0 - value;
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
