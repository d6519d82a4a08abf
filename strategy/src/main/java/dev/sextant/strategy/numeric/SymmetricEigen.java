package dev.sextant.strategy.numeric;

/// The eigenvalues and eigenvectors of a symmetric matrix.
///
/// Householder reflections to tridiagonal form, then implicit QL steps with Wilkinson's shift. O(n³) time, about 9 n³
/// operations; backward stable: eigenvalues are right to some ulps of the largest.
///
/// Source: H. Bowdler, R. S. Martin, C. Reinsch, J. H. Wilkinson, The QR and QL algorithms for symmetric matrices, Numer.
/// Math. 11 (1968) 293-306; G. Golub and C. Van Loan, Matrix Computations, sections 8.3.1 and 8.3.5.
/// Differs: reflections are applied to all rows as they come; eigenvalues are not sorted.
public final class SymmetricEigen {
    private static final int MOST_STEPS = 60;

    private final int n;
    private final double[][] matrix;
    private final double[][] vectors;
    private final double[] diagonal;
    private final double[] beside;

    private SymmetricEigen(double[][] symmetric) {
        this.n = symmetric.length;
        this.matrix = new double[n][];
        this.vectors = new double[n][n];
        this.diagonal = new double[n];
        this.beside = new double[n];
        for (int i = 0; i < n; i++) {
            matrix[i] = symmetric[i].clone();
            vectors[i][i] = 1;
        }
    }

    /// A decomposition `A = V·diag(values)·Vᵀ`.
    public static final class Decomposition {
        private final double[] values;
        private final double[][] vectors;

        private Decomposition(double[] values, double[][] vectors) {
            this.values = values;
            this.vectors = vectors;
        }

        /// `[n]`, in no order.
        public double[] values() {
            return values;
        }

        /// `[n][n]`, orthonormal; **row** k is the vector of value k.
        public double[][] vectors() {
            return vectors;
        }
    }

    /// Decomposes a matrix, which stays as it is.
    ///
    /// @param symmetric `[n][n]`, finite; only its lower triangle counts
    /// @throws ArithmeticException if it does not converge, as with entries that are not finite
    public static Decomposition of(double[][] symmetric) {
        var work = new SymmetricEigen(symmetric);
        work.mirrorLowerTriangle();
        work.tridiagonalize();
        for (int first = 0; first < work.n; first++) {
            work.isolate(first);
        }
        return new Decomposition(work.diagonal, work.vectors);
    }

    private void mirrorLowerTriangle() {
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                matrix[j][i] = matrix[i][j];
            }
        }
    }

    /// After it `diagonal` and `beside` (entry i couples i and i + 1) hold the tridiagonal matrix, and the rows of
    /// `vectors` the basis in which it is that.
    private void tridiagonalize() {
        for (int k = 0; k < n - 2; k++) {
            double[] mirror = mirror(k);
            if (mirror.length > 0) {
                reflectMatrix(mirror);
                reflectBasis(mirror);
            }
        }
        for (int i = 0; i < n; i++) {
            diagonal[i] = matrix[i][i];
            beside[i] = i < n - 1 ? matrix[i + 1][i] : 0;
        }
    }

    /// The unit normal of the reflection that clears column k below its subdiagonal; empty if that is clear.
    private double[] mirror(int k) {
        double largest = 0;
        for (int i = k + 2; i < n; i++) {
            largest = Math.max(largest, Math.abs(matrix[i][k]));
        }
        if (largest == 0) {
            return new double[0];
        }
        largest = Math.max(largest, Math.abs(matrix[k + 1][k]));
        double[] mirror = new double[n];
        for (int i = k + 1; i < n; i++) {
            mirror[i] = matrix[i][k] / largest;
        }
        mirror[k + 1] += Math.copySign(Math.sqrt(dot(mirror, mirror)), mirror[k + 1]);
        double length = Math.sqrt(dot(mirror, mirror));
        for (int i = k + 1; i < n; i++) {
            mirror[i] /= length;
        }
        return mirror;
    }

    /// A ← HAH with H = I − 2vvᵀ, as A − 2(vwᵀ + wvᵀ), w = Av − (vᵀAv)v.
    private void reflectMatrix(double[] v) {
        double[] w = new double[n];
        for (int i = 0; i < n; i++) {
            w[i] = dot(matrix[i], v);
        }
        double along = dot(v, w);
        for (int i = 0; i < n; i++) {
            w[i] -= along * v[i];
        }
        for (int i = 0; i < n; i++) {
            double[] row = matrix[i];
            for (int j = 0; j < n; j++) {
                row[j] -= 2 * (v[i] * w[j] + w[i] * v[j]);
            }
        }
    }

    private void reflectBasis(double[] v) {
        double[] sums = new double[n];
        for (int i = 0; i < n; i++) {
            addTo(sums, v[i], vectors[i]);
        }
        for (int i = 0; i < n; i++) {
            addTo(vectors[i], -2 * v[i], sums);
        }
    }

    private static void addTo(double[] target, double factor, double[] row) {
        if (factor != 0) {
            for (int j = 0; j < target.length; j++) {
                target[j] += factor * row[j];
            }
        }
    }

    private static double dot(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }

    /// Steps until the entry beside diagonal entry `first` is negligible.
    private void isolate(int first) {
        for (int step = 0; step < MOST_STEPS; step++) {
            int last = blockEnd(first);
            if (last == first) {
                return;
            }
            implicitStep(first, last);
        }
        throw new ArithmeticException("The eigenvalues of a matrix of %d rows were not found; are all entries finite?".formatted(n));
    }

    private int blockEnd(int first) {
        int last = first;
        while (last < n - 1) {
            double scale = Math.abs(diagonal[last]) + Math.abs(diagonal[last + 1]);
            if (Math.abs(beside[last]) <= Math.ulp(scale) / 2) {
                break;
            }
            last++;
        }
        return last;
    }

    /// One QL step on the block from `first` to `last`: rotations chase the shifted bulge upwards.
    private void implicitStep(int first, int last) {
        double slope = (diagonal[first + 1] - diagonal[first]) / (2 * beside[first]);
        double shift = beside[first] / (slope + Math.copySign(Math.hypot(slope, 1), slope));
        Bulge bulge = new Bulge(diagonal[last] - diagonal[first] + shift);
        for (int i = last - 1; i >= first; i--) {
            if (!bulge.moveUp(i)) {
                beside[last] = 0;
                return;
            }
        }
        diagonal[first] -= bulge.carry;
        beside[first] = bulge.size;
        beside[last] = 0;
    }

    /// What one rotation leaves to the next.
    private final class Bulge {
        private double size;
        private double sine = 1;
        private double cosine = 1;
        private double carry;

        Bulge(double size) {
            this.size = size;
        }

        /// Whether there was something to rotate.
        boolean moveUp(int i) {
            double outside = sine * beside[i];
            double inside = cosine * beside[i];
            double length = Math.hypot(outside, size);
            beside[i + 1] = length;
            diagonal[i + 1] -= carry;
            if (length == 0) {
                return false;
            }
            sine = outside / length;
            cosine = size / length;
            double turned = (diagonal[i] - diagonal[i + 1]) * sine + 2 * cosine * inside;
            carry = sine * turned;
            diagonal[i + 1] += carry;
            size = cosine * turned - inside;
            rotate(vectors[i], vectors[i + 1], cosine, sine);
            return true;
        }
    }

    private static void rotate(double[] row, double[] next, double cosine, double sine) {
        for (int k = 0; k < row.length; k++) {
            double kept = next[k];
            next[k] = sine * row[k] + cosine * kept;
            row[k] = cosine * row[k] - sine * kept;
        }
    }
}
