package dev.sextant.strategy.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sextant.strategy.Streams;
import dev.sextant.strategy.numeric.SymmetricEigen.Decomposition;
import java.util.Arrays;
import java.util.function.IntBinaryOperator;
import java.util.function.IntToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SymmetricEigenTest {
    /// Eigenvalues of the Hilbert matrix of order 5, as numpy 2.4's `eigvalsh` gives them.
    private static final double[] HILBERT = {
        3.2879287721667e-06, 3.0589804015114e-04, 1.14074916234197e-02, 0.20853421861101, 1.5670506910982307};

    private static double[][] matrix(int n, IntBinaryOperator entry) {
        return IntStream.range(0, n).mapToObj(i -> IntStream.range(0, n).mapToDouble(j -> entry.applyAsInt(i, j)).toArray())
                .toArray(double[][]::new);
    }

    private static double[] sorted(Decomposition decomposition) {
        double[] values = decomposition.values().clone();
        Arrays.sort(values);
        return values;
    }

    @Test
    void theHilbertMatrixHasItsKnownEigenvalues() {
        double[][] hilbert = matrix(5, (_, _) -> 0);
        for (int i = 0; i < 5; i++) {
            for (int j = 0; j < 5; j++) {
                hilbert[i][j] = 1.0 / (i + j + 1);
            }
        }
        assertThat(sorted(SymmetricEigen.of(hilbert))).containsExactly(HILBERT, within(3e-14));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 10, 50})
    void theSecondDifferenceHasCosines(int n) {
        double[][] differences = matrix(n, (i, j) -> i == j ? 2 : Math.abs(i - j) == 1 ? -1 : 0);
        IntToDoubleFunction known = k -> 2 - 2 * Math.cos(Math.PI * (k + 1) / (n + 1));
        assertThat(sorted(SymmetricEigen.of(differences)))
                .containsExactly(IntStream.range(0, n).mapToDouble(known).toArray(), within(1e-14 * n));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 20, 60})
    void vectorsAreOrthonormalAndGiveTheMatrixBack(int n) {
        RandomGenerator random = Streams.of(n, "eigen");
        double[][] symmetric = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                symmetric[i][j] = random.nextGaussian() * Math.pow(10, random.nextInt(-3, 4));
                symmetric[j][i] = symmetric[i][j];
            }
        }
        Decomposition found = SymmetricEigen.of(symmetric);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                int row = i;
                int column = j;
                double entry = IntStream.range(0, n)
                        .mapToDouble(k -> found.values()[k] * found.vectors()[k][row] * found.vectors()[k][column]).sum();
                double product = IntStream.range(0, n).mapToDouble(k -> found.vectors()[row][k] * found.vectors()[column][k]).sum();
                assertThat(entry).isCloseTo(symmetric[i][j], within(1e-10));
                assertThat(product).isCloseTo(i == j ? 1 : 0, within(1e-13));
            }
        }
    }

    @Test
    void equalEigenvaluesZerosAndDiagonalsAreNoTrouble() {
        assertThat(SymmetricEigen.of(new double[4][4]).values()).containsOnly(0);
        assertThat(sorted(SymmetricEigen.of(matrix(4, (i, j) -> i == j ? i % 2 : 0)))).containsExactly(0, 0, 1, 1);
        assertThat(sorted(SymmetricEigen.of(matrix(6, (_, _) -> 1)))).containsExactly(new double[] {0, 0, 0, 0, 0, 6}, within(1e-14));
        assertThat(SymmetricEigen.of(new double[0][0]).values()).isEmpty();
    }

    @Test
    void onlyTheLowerTriangleCounts() {
        double[][] lower = {{2, 99, 99}, {1, 2, 99}, {0, 1, 2}};
        double[][] whole = {{2, 1, 0}, {1, 2, 1}, {0, 1, 2}};
        assertThat(SymmetricEigen.of(lower).values()).isEqualTo(SymmetricEigen.of(whole).values());
        assertThat(lower[0][1]).isEqualTo(99);
    }

    @Test
    void aMatrixThatIsNotFiniteIsRefused() {
        assertThatThrownBy(() -> SymmetricEigen.of(new double[][] {{1, 0, 0}, {Double.NaN, 1, 0}, {1, 1, 1}}))
                .isInstanceOf(ArithmeticException.class).hasMessageContaining("3 rows");
    }
}
