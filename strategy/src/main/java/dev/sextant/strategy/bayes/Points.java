package dev.sextant.strategy.bayes;

import java.util.Arrays;

/// Points, stored axis by axis, and their distances. A point with fewer coordinates than there are axes is 0 on the last.
/// Not thread-safe.
final class Points {
    private static final double HALF = 0.5;

    private final boolean[] nominal;
    private final double[][] columns;
    private final int lines;
    private int size;

    /// @param nominal of each axis, whether its values have no order
    Points(boolean[] nominal) {
        this.nominal = nominal;
        this.columns = new double[nominal.length][16];
        this.lines = lines(nominal);
    }

    private Points(boolean[] nominal, double[][] columns, int size) {
        this.nominal = nominal;
        this.columns = columns;
        this.lines = lines(nominal);
        this.size = size;
    }

    private static int lines(boolean[] nominal) {
        int lines = 0;
        for (boolean one : nominal) {
            lines += one ? 0 : 1;
        }
        return Math.max(1, lines);
    }

    /// The same points, to which others may be added.
    Points copy() {
        return new Points(nominal, Arrays.stream(columns).map(double[]::clone).toArray(double[][]::new), size);
    }

    int size() {
        return size;
    }

    int axes() {
        return nominal.length;
    }

    boolean isNominal(int axis) {
        return nominal[axis];
    }

    void add(double[] point) {
        for (int axis = 0; axis < nominal.length; axis++) {
            if (size == columns[axis].length) {
                columns[axis] = Arrays.copyOf(columns[axis], 2 * size);
            }
            columns[axis][size] = coordinate(point, axis);
        }
        size++;
    }

    private static double coordinate(double[] point, int axis) {
        return axis < point.length ? point[axis] : 0;
    }

    /// One point.
    double[] get(int index) {
        double[] point = new double[nominal.length];
        Arrays.setAll(point, axis -> columns[axis][index]);
        return point;
    }

    /// The coordinates of all points on an axis; those behind [#size] mean nothing.
    double[] column(int axis) {
        return columns[axis];
    }

    /// The squared differences on one axis between a coordinate and the first `count` points: on a nominal axis 0 or 1, or
    /// ½ where one of the two is inactive.
    void differences(int axis, double coordinate, double[] out, int count) {
        double[] column = columns[axis];
        if (nominal[axis]) {
            for (int i = 0; i < count; i++) {
                out[i] = mismatch(column[i], coordinate);
            }
            return;
        }
        for (int i = 0; i < count; i++) {
            double difference = column[i] - coordinate;
            out[i] = difference * difference;
        }
    }

    private static double mismatch(double one, double other) {
        return one == other ? 0 : one < 0 || other < 0 ? HALF : 1;
    }

    /// How much the parabolas at a point and at each of the first `count` points have in common: the mean over all lines of
    /// p + p², where p is the product of the two distances from the middle, in half ranges.
    void parabolas(double[] point, double[] out, int count) {
        Arrays.fill(out, 0, count, 0);
        for (int axis = 0; axis < nominal.length; axis++) {
            if (!nominal[axis]) {
                double[] column = columns[axis];
                double slope = 2 * point[axis] - 1;
                for (int i = 0; i < count; i++) {
                    double product = slope * (2 * column[i] - 1);
                    out[i] += product + product * product;
                }
            }
        }
        for (int i = 0; i < count; i++) {
            out[i] /= lines;
        }
    }

    /// [#parabolas] of a point with itself.
    double parabola(double[] point) {
        double sum = 0;
        for (int axis = 0; axis < nominal.length; axis++) {
            double square = nominal[axis] ? 0 : (2 * point[axis] - 1) * (2 * point[axis] - 1);
            sum += square + square * square;
        }
        return sum / lines;
    }

    /// How many axes are lines, at least 1.
    int lines() {
        return lines;
    }

    /// r² between a point and the first `count` points: the weighted sum of [#differences].
    void squares(double[] weights, double[] point, double[] out, int count) {
        Arrays.fill(out, 0, count, 0);
        for (int axis = 0; axis < nominal.length; axis++) {
            double[] column = columns[axis];
            double coordinate = coordinate(point, axis);
            double weight = weights[axis];
            if (nominal[axis]) {
                for (int i = 0; i < count; i++) {
                    out[i] += weight * mismatch(column[i], coordinate);
                }
            } else {
                for (int i = 0; i < count; i++) {
                    double difference = column[i] - coordinate;
                    out[i] += weight * difference * difference;
                }
            }
        }
    }
}
