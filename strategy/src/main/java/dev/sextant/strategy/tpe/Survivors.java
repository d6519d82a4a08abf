package dev.sextant.strategy.tpe;

/// The members whose kernels matter at one row: those that no line has shown to be too far away.
///
/// The lines are looked at one after the other, each time at those only that are left; most members fall out at the
/// first. Scratch space, used again and again. Not thread-safe.
final class Survivors {
    private final int[] positions;
    private final double[] logs;
    private int count;

    Survivors(int room) {
        positions = new int[room];
        logs = new double[room];
    }

    /// This, or a larger one if there is no room for `members`.
    Survivors withRoom(int members) {
        return members < positions.length ? this : new Survivors(members + members / 2 + 8);
    }

    /// Finds the members whose kernel at a row is at least `floor`, as a logarithm and by the lines alone.
    ///
    /// @return how many there are
    int of(Columns columns, double[] row, double floor) {
        if (columns.lines() == 0) {
            takeAll(columns);
            return count;
        }
        sift(columns, row[0], floor);
        for (int line = 1; count > 0 && line < columns.lines(); line++) {
            sieve(columns.numbers(line), columns.steepness(line), row[line], floor);
        }
        return count;
    }

    private void takeAll(Columns columns) {
        count = 0;
        for (int position = columns.begin(); position < columns.end(); position++) {
            if (columns.has(position)) {
                positions[count] = position;
                logs[count++] = 0;
            }
        }
    }

    /// Takes those whom the first line leaves above the floor. Written without a branch: which way it goes is chance.
    private void sift(Columns columns, double x, double floor) {
        double[] heights = columns.logHeights();
        double[] numbers = columns.numbers(0);
        double[] steepness = columns.steepness(0);
        int left = 0;
        for (int position = columns.begin(); position < columns.end(); position++) {
            double z = (x - numbers[position]) * steepness[position];
            double log = heights[position] - z * z;
            positions[left] = position;
            logs[left] = log;
            left += log >= floor ? 1 : 0;
        }
        count = left;
    }

    /// Keeps those whom one more line leaves above the floor.
    private void sieve(double[] numbers, double[] steepness, double x, double floor) {
        int left = 0;
        for (int i = 0; i < count; i++) {
            int position = positions[i];
            double z = (x - numbers[position]) * steepness[position];
            double log = logs[i] - z * z;
            positions[left] = position;
            logs[left] = log;
            left += log >= floor ? 1 : 0;
        }
        count = left;
    }

    /// Takes the gap of each nominal in which a survivor differs from the row off its logarithm.
    void compareNominals(Columns columns, double[] row, double[] gaps) {
        for (int nominal = 0; nominal < gaps.length; nominal++) {
            int axis = columns.lines() + nominal;
            double[] numbers = columns.numbers(axis);
            for (int i = 0; i < count; i++) {
                logs[i] -= numbers[positions[i]] == row[axis] ? 0 : gaps[nominal];
            }
        }
    }

    int position(int index) {
        return positions[index];
    }

    double log(int index) {
        return logs[index];
    }

    /// The largest logarithm; −∞ if none survived.
    double largest() {
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < count; i++) {
            largest = Math.max(largest, logs[i]);
        }
        return largest;
    }
}
