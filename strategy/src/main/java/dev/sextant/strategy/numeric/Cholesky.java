package dev.sextant.strategy.numeric;

import java.util.Arrays;
import java.util.Optional;

/// The Cholesky factor L of a symmetric positive definite matrix A = L·Lᵀ, which can grow and shrink by a row.
///
/// A row that is appended goes through the same operations in the same order as in a factorisation of the larger matrix,
/// so both give the same bits. Not thread-safe. Cost: n³/3 to factor, n² to append, to remove, and for each solution.
///
/// Sources: G. H. Golub and C. F. Van Loan, Matrix Computations, 4th ed., sections 4.2 (factorisation) and 6.5.4
/// (removing a row: what remains below it takes a rank-one update).
public final class Cholesky {
    private double[][] lower;
    private int size;

    private Cholesky(double[][] lower, int size) {
        this.lower = lower;
        this.size = size;
    }

    /// The factor of a matrix; empty if that is not positive definite to working precision.
    ///
    /// @param matrix row `i` has at least `i + 1` numbers; only those are read
    /// @param size how many rows count
    public static Optional<Cholesky> of(double[][] matrix, int size) {
        double[][] lower = new double[size][];
        for (int i = 0; i < size; i++) {
            lower[i] = Arrays.copyOf(matrix[i], i + 1);
        }
        double[] column = new double[size];
        for (int k = 0; k < size; k++) {
            if (!(lower[k][k] > 0)) {
                return Optional.empty();
            }
            lower[k][k] = Math.sqrt(lower[k][k]);
            eliminate(lower, k, column);
        }
        return Optional.of(new Cholesky(lower, size));
    }

    /// Takes column k out of all that is right of and below it. The inner loop runs along a row, so that it is vectorised.
    private static void eliminate(double[][] lower, int k, double[] column) {
        double pivot = lower[k][k];
        for (int i = k + 1; i < lower.length; i++) {
            double[] row = lower[i];
            row[k] /= pivot;
            column[i] = row[k];
            double factor = row[k];
            for (int j = k + 1; j <= i; j++) {
                row[j] -= factor * column[j];
            }
        }
    }

    /// How many rows there are.
    public int size() {
        return size;
    }

    /// Adds a row and a column to A.
    ///
    /// @param row `size + 1` numbers, the last of them on the diagonal
    /// @return false, and nothing changed, if A would not be positive definite any more
    public boolean append(double[] row) {
        double[] solved = Arrays.copyOf(row, size + 1);
        for (int j = 0; j < size; j++) {
            solved[j] = rest(solved, j) / lower[j][j];
        }
        double square = solved[size];
        for (int k = 0; k < size; k++) {
            square -= solved[k] * solved[k];
        }
        if (!(square > 0)) {
            return false;
        }
        solved[size] = Math.sqrt(square);
        lower = size == lower.length ? Arrays.copyOf(lower, size + 16) : lower;
        lower[size++] = solved;
        return true;
    }

    private double rest(double[] x, int j) {
        double[] row = lower[j];
        double sum = x[j];
        for (int k = 0; k < j; k++) {
            sum -= x[k] * row[k];
        }
        return sum;
    }

    /// Takes row and column `index` out of A.
    public void remove(int index) {
        double[] vector = new double[size - index - 1];
        for (int i = index + 1; i < size; i++) {
            double[] row = lower[i];
            vector[i - index - 1] = row[index];
            lower[i - 1] = new double[i];
            System.arraycopy(row, 0, lower[i - 1], 0, index);
            System.arraycopy(row, index + 1, lower[i - 1], index, i - index);
        }
        size--;
        lower[size] = new double[0];
        update(index, vector);
    }

    /// Adds v·vᵀ to the block of A that begins at row `from`.
    private void update(int from, double[] v) {
        for (int k = from; k < size; k++) {
            double diagonal = lower[k][k];
            double r = Math.hypot(diagonal, v[k - from]);
            double cosine = r / diagonal;
            double sine = v[k - from] / diagonal;
            lower[k][k] = r;
            for (int i = k + 1; i < size; i++) {
                lower[i][k] = (lower[i][k] + sine * v[i - from]) / cosine;
                v[i - from] = cosine * v[i - from] - sine * lower[i][k];
            }
        }
    }

    /// The x with L·x = b.
    ///
    /// @param b `[size]`, left as it is
    public double[] solveLower(double[] b) {
        double[] x = Arrays.copyOf(b, size);
        for (int j = 0; j < size; j++) {
            x[j] = rest(x, j) / lower[j][j];
        }
        return x;
    }

    /// The x with A·x = b.
    ///
    /// @param b `[size]`, left as it is
    public double[] solve(double[] b) {
        double[] x = solveLower(b);
        for (int i = size - 1; i >= 0; i--) {
            double[] row = lower[i];
            x[i] /= row[i];
            double found = x[i];
            for (int k = 0; k < i; k++) {
                x[k] -= found * row[k];
            }
        }
        return x;
    }

    /// log det A.
    public double logDeterminant() {
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += Math.log(lower[i][i]);
        }
        return 2 * sum;
    }

    /// A⁻¹, both halves filled. About n³ multiplications.
    public double[][] inverse() {
        double[][] half = inverseOfLower();
        double[][] inverse = new double[size][size];
        for (int k = 0; k < size; k++) {
            double[] row = half[k];
            for (int i = 0; i <= k; i++) {
                double factor = row[i];
                double[] target = inverse[i];
                for (int j = 0; j <= i; j++) {
                    target[j] += factor * row[j];
                }
            }
        }
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < i; j++) {
                inverse[j][i] = inverse[i][j];
            }
        }
        return inverse;
    }

    /// L⁻¹, which is lower triangular too.
    private double[][] inverseOfLower() {
        double[][] inverse = new double[size][];
        for (int i = 0; i < size; i++) {
            double[] row = new double[i + 1];
            row[i] = 1;
            for (int k = 0; k < i; k++) {
                double factor = lower[i][k];
                double[] earlier = inverse[k];
                for (int j = 0; j <= k; j++) {
                    row[j] -= factor * earlier[j];
                }
            }
            double diagonal = lower[i][i];
            for (int j = 0; j <= i; j++) {
                row[j] /= diagonal;
            }
            inverse[i] = row;
        }
        return inverse;
    }
}
