package dev.sextant.strategy.insight;

import dev.sextant.strategy.forest.Axes;
import java.util.Arrays;
import java.util.List;

/// Trials as rows of numbers, see [Axes], with their losses.
///
/// @param losses divided by the largest, so that their squares are finite
@SuppressWarnings("ArrayRecordComponent") // never compared as a record
record Table(Axes axes, double[][] rows, double[] losses) {
    static Table of(Axes axes, List<Finished> trials) {
        double[][] rows = trials.stream().map(trial -> axes.row(trial.configuration())).toArray(double[][]::new);
        double[] losses = trials.stream().mapToDouble(Finished::loss).toArray();
        double largest = Arrays.stream(losses).map(Math::abs).max().orElse(1);
        return new Table(axes, rows, Arrays.stream(losses).map(loss -> largest > 0 ? loss / largest : 0).toArray());
    }

    int size() {
        return losses.length;
    }

    /// In how many rows some axes are active together.
    int active(int... which) {
        return (int) Arrays.stream(rows).filter(row -> Arrays.stream(which).noneMatch(axis -> Double.isNaN(row[axis]))).count();
    }

    String name(int axis) {
        return axes.parameters().get(axis).name();
    }
}
