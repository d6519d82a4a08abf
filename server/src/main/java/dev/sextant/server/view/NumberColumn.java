package dev.sextant.server.view;

import java.util.Arrays;

/// One number a row; NaN where there is none. Not thread-safe.
final class NumberColumn {
    private double[] numbers = new double[64];

    void set(int row, double number) {
        if (row >= numbers.length) {
            numbers = Arrays.copyOf(numbers, Math.max(row + 1, numbers.length + (numbers.length >> 1)));
        }
        numbers[row] = number;
    }

    double get(int row) {
        return numbers[row];
    }
}
