package dev.sextant.strategy.tpe;

import java.util.Arrays;

/// The members of a mixture, axis by axis: where each stands, how steep its kernel is along each line, and how high in its
/// middle, along each line and over all of them. Positions that hold no member have the height −∞. Not thread-safe.
final class Columns {
    private final int lines;
    private final double[][] numbers;
    private final double[][] steepness;
    private final double[][] logPeaks;
    private double[] logHeights = new double[0];
    private int begin;
    private int end;
    private int size;

    Columns(Group group) {
        this.lines = group.lines();
        this.numbers = new double[group.width()][0];
        this.steepness = new double[lines][0];
        this.logPeaks = new double[lines][0];
    }

    int lines() {
        return lines;
    }

    int size() {
        return size;
    }

    /// The position of the first member, or [#end] if there is none.
    int begin() {
        return begin;
    }

    /// One more than any member's position.
    int end() {
        return end;
    }

    boolean has(int position) {
        return position < end && logHeights[position] > Double.NEGATIVE_INFINITY;
    }

    /// Where a member stands on an axis.
    double number(int axis, int position) {
        return numbers[axis][position];
    }

    /// 1 / (σ√2) of a member's kernel along a line.
    double steepness(int line, int position) {
        return steepness[line][position];
    }

    /// Shapes a member's kernel along one line; [#settle] is due then.
    ///
    /// @param logPeak the logarithm of its density in its own middle
    void shape(int line, int position, double steepness, double logPeak) {
        this.steepness[line][position] = steepness;
        logPeaks[line][position] = logPeak;
    }

    /// Brings the height of a member's kernel over all lines up to date with those along each.
    void settle(int position) {
        double log = 0;
        for (double[] peaks : logPeaks) {
            log += peaks[position];
        }
        logHeights[position] = log;
    }

    double[] numbers(int axis) {
        return numbers[axis];
    }

    double[] steepness(int line) {
        return steepness[line];
    }

    double[] logHeights() {
        return logHeights;
    }

    /// Makes a row a member, with the height 1 until it is set.
    void add(int position, double[] row) {
        reserve(position + 1);
        for (int axis = 0; axis < row.length; axis++) {
            numbers[axis][position] = row[axis];
        }
        logHeights[position] = 0;
        begin = size == 0 ? position : Math.min(begin, position);
        end = Math.max(end, position + 1);
        size++;
    }

    void remove(int position) {
        logHeights[position] = Double.NEGATIVE_INFINITY;
        size--;
        while (begin < end && !has(begin)) {
            begin++;
        }
    }

    private void reserve(int positions) {
        int room = logHeights.length;
        if (positions <= room) {
            return;
        }
        int more = Math.max(32, positions + positions / 2);
        Arrays.setAll(numbers, axis -> Arrays.copyOf(numbers[axis], more));
        Arrays.setAll(steepness, line -> Arrays.copyOf(steepness[line], more));
        Arrays.setAll(logPeaks, line -> Arrays.copyOf(logPeaks[line], more));
        logHeights = Arrays.copyOf(logHeights, more);
        Arrays.fill(logHeights, room, more, Double.NEGATIVE_INFINITY);
    }
}
