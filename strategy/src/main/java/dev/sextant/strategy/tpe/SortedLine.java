package dev.sextant.strategy.tpe;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/// Positions ordered by where they stand on a line, ties by position.
///
/// Each entry is one `long`: the place on the line in steps of 2⁻³⁸, then 24 bits of position; two members closer than
/// such a step may stand in either order. Not thread-safe.
final class SortedLine {
    private static final int POSITION_BITS = 24;
    private static final int MAX_POSITION = (1 << POSITION_BITS) - 1;

    private long[] keys = new long[32];
    private int size;

    int size() {
        return size;
    }

    int position(int index) {
        return (int) (keys[index] & MAX_POSITION);
    }

    void clear(int room) {
        keys = room > keys.length ? new long[room + room / 2] : keys;
        size = 0;
    }

    void append(double x, int position) {
        keys[size++] = key(x, position);
    }

    void sort() {
        Arrays.sort(keys, 0, size);
    }

    /// Puts a position in or takes it out; nothing if that is so already.
    ///
    /// @return the index where it stands or stood
    int put(double x, int position, boolean in) {
        long key = key(x, position);
        int found = Arrays.binarySearch(keys, 0, size, key);
        int index = found < 0 ? -found - 1 : found;
        if (in && found < 0) {
            keys = size == keys.length ? Arrays.copyOf(keys, 2 * size) : keys;
            System.arraycopy(keys, index, keys, index + 1, size - index);
            keys[index] = key;
            size++;
        } else if (!in && found >= 0) {
            System.arraycopy(keys, index + 1, keys, index, size - index - 1);
            size--;
        }
        return index;
    }

    /// Where a position stands, or would stand.
    int indexOf(double x, int position) {
        int found = Arrays.binarySearch(keys, 0, size, key(x, position));
        return found < 0 ? -found - 1 : found;
    }

    /// How far an entry is from the farther of its two neighbours; from its only one; or, alone, from the farther end.
    ///
    /// @param x where a position stands on the line
    double reach(int index, IntToDoubleFunction x) {
        double own = x.applyAsDouble(position(index));
        if (size == 1) {
            return Math.max(own, 1 - own);
        }
        double below = index == 0 ? 0 : own - x.applyAsDouble(position(index - 1));
        double above = index == size - 1 ? 0 : x.applyAsDouble(position(index + 1)) - own;
        return Math.max(below, above);
    }

    private static long key(double x, int position) {
        if (position > MAX_POSITION) {
            throw new IllegalStateException("TPE remembers at most %d trials of one study.".formatted(MAX_POSITION));
        }
        return (long) (x * (1L << 38)) << POSITION_BITS | position;
    }
}
