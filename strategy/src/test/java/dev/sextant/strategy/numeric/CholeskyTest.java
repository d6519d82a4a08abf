package dev.sextant.strategy.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sextant.strategy.Streams;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CholeskyTest {
    /// A·Aᵀ + I of random numbers.
    private static double[][] positive(int size) {
        RandomGenerator random = Streams.of(size, "cholesky");
        double[][] a = new double[size][size];
        for (double[] row : a) {
            Arrays.setAll(row, _ -> random.nextGaussian());
        }
        double[][] product = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                product[i][j] = dot(a[i], a[j]) + (i == j ? 1 : 0);
            }
        }
        return product;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    @Test
    void aMatrixWithWholeFactorsIsSolvedExactly() {
        double[][] matrix = {{4}, {12, 37}, {-16, -43, 98}}; // L = {{2}, {6, 1}, {-8, 5, 3}}
        Cholesky factor = Cholesky.of(matrix, 3).orElseThrow();
        assertThat(factor.logDeterminant()).isCloseTo(2 * Math.log(6), within(1e-15));
        assertThat(factor.solveLower(new double[] {2, 7, 0})).containsExactly(1, 1, 1);
        assertThat(factor.solve(new double[] {0, 6, 39})).containsExactly(1, 1, 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 40})
    void theInverseTimesTheMatrixIsOne(int size) {
        double[][] matrix = positive(size);
        double[][] inverse = Cholesky.of(matrix, size).orElseThrow().inverse();
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                assertThat(dot(inverse[i], matrix[j])).isCloseTo(i == j ? 1 : 0, within(1e-9));
            }
        }
    }

    @Test
    void aFactorThatGrewIsTheSameToTheLastBit() {
        double[][] matrix = positive(30);
        Cholesky grown = Cholesky.of(matrix, 1).orElseThrow();
        for (int i = 1; i < 30; i++) {
            assertThat(grown.append(Arrays.copyOf(matrix[i], i + 1))).isTrue();
        }
        double[] ones = new double[30];
        Arrays.fill(ones, 1);
        assertThat(grown.solve(ones)).isEqualTo(Cholesky.of(matrix, 30).orElseThrow().solve(ones));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 4, 9})
    void whatIsRemovedHasNeverBeenThere(int index) {
        double[][] matrix = positive(10);
        Cholesky shrunk = Cholesky.of(matrix, 10).orElseThrow();
        shrunk.remove(index);
        int[] left = java.util.stream.IntStream.range(0, 10).filter(i -> i != index).toArray();
        double[][] smaller = Arrays.stream(left)
                .mapToObj(i -> Arrays.stream(left).mapToDouble(j -> matrix[i][j]).toArray()).toArray(double[][]::new);
        double[] ones = {1, 1, 1, 1, 1, 1, 1, 1, 1};
        assertThat(shrunk.size()).isEqualTo(9);
        assertThat(shrunk.solve(ones)).containsExactly(Cholesky.of(smaller, 9).orElseThrow().solve(ones), within(1e-10));
        assertThat(shrunk.append(new double[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 1})).isTrue();
    }

    @Test
    void aMatrixThatIsNotPositiveDefiniteHasNoFactor() {
        assertThat(Cholesky.of(new double[][] {{1}, {2, 1}}, 2)).isEmpty();
        assertThat(Cholesky.of(new double[][] {{Double.NaN}}, 1)).isEmpty();
        Cholesky one = Cholesky.of(new double[][] {{1}}, 1).orElseThrow();
        assertThat(one.append(new double[] {1, 1})).isFalse();
        assertThat(one.size()).isEqualTo(1);
    }
}
