package dev.sextant.strategy.forest;

/// Rows and their values, to learn from.
///
/// @param columns one an axis, with the number of each row, as [Axes] has them; NaN is inactive
/// @param values  one a row, finite, and small enough to be squared
/// @param levels  of each axis, how many indices a nominal has; 0 for a line
@SuppressWarnings("ArrayRecordComponent") // never compared as a record
public record Sample(double[][] columns, double[] values, int[] levels) {
    /// The sample of rows that are each as wide as `levels`.
    public static Sample of(double[][] rows, double[] values, int[] levels) {
        double[][] columns = new double[levels.length][rows.length];
        for (int row = 0; row < rows.length; row++) {
            for (int axis = 0; axis < levels.length; axis++) {
                columns[axis][row] = rows[row][axis];
            }
        }
        return new Sample(columns, values, levels);
    }

    /// How many rows there are.
    public int size() {
        return values.length;
    }

    /// A row.
    public double[] row(int index) {
        double[] row = new double[columns.length];
        for (int axis = 0; axis < row.length; axis++) {
            row[axis] = columns[axis][index];
        }
        return row;
    }
}
