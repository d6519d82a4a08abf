package dev.sextant.engine.study;

import dev.sextant.model.trial.Metrics;
import dev.sextant.model.trial.TrialState;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalInt;

/// What the engine keeps of every trial for ever: state, attempts, figures; 6 + 8·figures bytes a trial, and at most
/// half of that again in reserve. Parents, 4 bytes more, are kept from the first trial on that has one.
/// Not thread-safe.
final class TrialTable {
    private static final int[] NO_PARENTS = {};
    private static final int NONE = -1;

    private final int width;
    private int size;
    private byte[] states = new byte[16];
    private int[] attempts = new int[16];
    private byte[] failures = new byte[16];
    private double[] figures;
    private int[] parents = NO_PARENTS;

    /// @param width figures of a trial
    TrialTable(int width) {
        this.width = width;
        this.figures = new double[16 * width];
    }

    int size() {
        return size;
    }

    /// Makes room for the next trial, queued.
    void add() {
        if (size == states.length) {
            int capacity = size + (size >> 1);
            states = Arrays.copyOf(states, capacity);
            attempts = Arrays.copyOf(attempts, capacity);
            failures = Arrays.copyOf(failures, capacity);
            figures = Arrays.copyOf(figures, capacity * width);
        }
        states[size] = TrialState.QUEUED.code();
        Arrays.fill(figures, size * width, (size + 1) * width, Double.NaN);
        size++;
    }

    TrialState state(int trial) {
        return TrialState.of(states[trial]);
    }

    void setState(int trial, TrialState state) {
        states[trial] = state.code();
    }

    /// The number of the latest attempt, 0 before the first.
    int attempt(int trial) {
        return attempts[trial];
    }

    void setAttempt(int trial, int attempt) {
        attempts[trial] = attempt;
    }

    /// Failed attempts since the trial was queued by somebody, at most 127.
    int failures(int trial) {
        return failures[trial];
    }

    void setFailures(int trial, int count) {
        failures[trial] = (byte) Math.min(count, Byte.MAX_VALUE);
    }

    /// The trial from whose checkpoint a trial goes on.
    OptionalInt parent(int trial) {
        return trial < parents.length && parents[trial] != NONE ? OptionalInt.of(parents[trial]) : OptionalInt.empty();
    }

    void setParent(int trial, int parent) {
        if (trial >= parents.length) {
            int length = parents.length;
            parents = Arrays.copyOf(parents, states.length);
            Arrays.fill(parents, length, parents.length, NONE);
        }
        parents[trial] = parent;
    }

    /// The figures of a complete trial.
    ///
    /// @param names as many as there are figures
    Metrics figures(int trial, List<String> names) {
        var values = new LinkedHashMap<String, Double>();
        for (int i = 0; i < width; i++) {
            values.put(names.get(i), figures[trial * width + i]);
        }
        return new Metrics(values);
    }

    void setFigures(int trial, double[] values) {
        System.arraycopy(values, 0, figures, trial * width, width);
    }
}
