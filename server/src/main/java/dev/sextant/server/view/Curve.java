package dev.sextant.server.view;

import java.util.Arrays;

/// The figures of one trial over its steps. Where there are too many, every other one but the last is dropped. Not
/// thread-safe.
final class Curve {
    static final int MOST_POINTS = 128;

    private final int width;
    private double[] numbers;
    private int size;

    /// @param width figures at each step
    Curve(int width) {
        this.width = width;
        this.numbers = new double[4 * (1 + width)];
    }

    double lastStep() {
        return size == 0 ? Double.NEGATIVE_INFINITY : step(size - 1);
    }

    void add(double step, double[] figures) {
        if (size == MOST_POINTS) {
            halve();
        }
        if ((size + 1) * (1 + width) > numbers.length) {
            numbers = Arrays.copyOf(numbers, numbers.length * 2);
        }
        numbers[size * (1 + width)] = step;
        System.arraycopy(figures, 0, numbers, size * (1 + width) + 1, width);
        size++;
    }

    private void halve() {
        for (int i = 0; i < size / 2; i++) {
            System.arraycopy(numbers, (2 * i + 1) * (1 + width), numbers, i * (1 + width), 1 + width);
        }
        size /= 2;
    }

    int size() {
        return size;
    }

    double step(int index) {
        return numbers[index * (1 + width)];
    }

    /// NaN where the step had no such figure.
    double figure(int index, int metric) {
        return numbers[index * (1 + width) + 1 + metric];
    }
}
