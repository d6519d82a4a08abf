package dev.sextant.engine.study;

import dev.sextant.model.trial.TrialState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/// What the engine keeps of every trial for ever: state, attempts, losses; 6 + 8·objectives bytes a trial, and at most
/// half of that again in reserve. Parents, 4 bytes more, are kept from the first trial on that has one.
/// Not thread-safe.
final class TrialTable {
    private static final int[] NO_PARENTS = {};
    private static final int NONE = -1;

    private final int objectives;
    private int size;
    private byte[] states = new byte[16];
    private int[] attempts = new int[16];
    private byte[] failures = new byte[16];
    private double[] losses;
    private int[] parents = NO_PARENTS;

    TrialTable(int objectives) {
        this.objectives = objectives;
        this.losses = new double[16 * objectives];
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
            losses = Arrays.copyOf(losses, capacity * objectives);
        }
        states[size] = TrialState.QUEUED.code();
        Arrays.fill(losses, size * objectives, (size + 1) * objectives, Double.NaN);
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

    /// The losses of a complete trial.
    List<Double> losses(int trial) {
        var list = new ArrayList<Double>(objectives);
        for (int i = 0; i < objectives; i++) {
            list.add(losses[trial * objectives + i]);
        }
        return list;
    }

    void setLosses(int trial, List<Double> values) {
        for (int i = 0; i < objectives; i++) {
            losses[trial * objectives + i] = values.get(i);
        }
    }
}
