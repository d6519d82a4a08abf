package dev.sextant.strategy.fidelity;

import java.util.TreeMap;

/// What one trial has reported, step by step. A trial that is run again from an earlier step loses what it had reported from there on.
///
/// With one objective each step has the best loss so far, with several the losses of that step. Not thread-safe.
final class Curve {
    private final TreeMap<Long, double[]> steps = new TreeMap<>();

    /// The losses at a step that is reported now.
    double[] with(long step, double[] losses) {
        var before = steps.lowerEntry(step);
        return losses.length == 1 && before != null ? new double[] {Math.min(before.getValue()[0], losses[0])} : losses;
    }

    void add(long step, double[] losses) {
        double[] kept = with(step, losses);
        steps.tailMap(step, true).clear();
        steps.put(step, kept);
    }

    /// Whether it has got as far as a step.
    boolean reaches(long step) {
        return !steps.isEmpty() && steps.lastKey() >= step && steps.firstKey() <= step;
    }

    /// The losses at the last report up to a step.
    double[] at(long step) {
        return steps.floorEntry(step).getValue();
    }
}
