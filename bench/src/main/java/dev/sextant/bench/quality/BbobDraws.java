package dev.sextant.bench.quality;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// The random numbers of BBOB, bit for bit, so that its instances are those that others measure.
///
/// Source: N. Hansen, S. Finck, R. Ros, A. Auger, Real-Parameter Black-Box Optimization Benchmarking 2009: Noiseless
/// Functions Definitions, INRIA RR-6829, and the behaviour of the published programs.
final class BbobDraws {
    private static final double MODULUS = 2.147483647e9;

    private BbobDraws() {}

    /// Uniform numbers in (0, 1): a minimal-standard generator (Park and Miller 1988) with a shuffle of 32 places.
    static double[] uniform(int count, long seed) {
        long state = Math.max(1, Math.abs(seed));
        long[] shuffle = new long[32];
        for (int i = 39; i >= 0; i--) {
            state = next(state);
            if (i < 32) {
                shuffle[i] = state;
            }
        }
        long last = shuffle[0];
        double[] numbers = new double[count];
        for (int i = 0; i < count; i++) {
            state = next(state);
            int place = (int) (last / 67108865);
            last = shuffle[place];
            shuffle[place] = state;
            numbers[i] = last == 0 ? 1e-99 : last / MODULUS;
        }
        return numbers;
    }

    private static long next(long state) {
        return state * 16807 % 2147483647L;
    }

    /// Standard normal numbers (Box and Muller).
    static double[] normal(int count, long seed) {
        double[] u = uniform(2 * count, seed);
        return IntStream.range(0, count)
                .mapToDouble(i -> Math.sqrt(-2 * Math.log(u[i])) * Math.cos(2 * Math.PI * u[count + i]))
                .map(g -> g == 0 ? 1e-99 : g).toArray();
    }

    /// Where most functions have their optimum: in [−4, 4]^d, in steps of 0.0008.
    static double[] optimum(int d, long seed) {
        return Arrays.stream(uniform(d, seed)).map(u -> 8 * Math.floor(1e4 * u) / 1e4 - 4).map(x -> x == 0 ? -1e-5 : x).toArray();
    }

    /// A random orthogonal matrix `[d][d]`: columns of normal numbers, made orthonormal one after the other.
    static double[][] rotation(int d, long seed) {
        double[] g = normal(d * d, seed);
        double[][] columns = new double[d][];
        for (int i = 0; i < d; i++) {
            double[] column = Arrays.copyOfRange(g, i * d, (i + 1) * d);
            for (int j = 0; j < i; j++) {
                subtract(column, columns[j], dot(column, columns[j]));
            }
            double length = Math.sqrt(dot(column, column));
            columns[i] = Arrays.stream(column).map(x -> x / length).toArray();
        }
        double[][] rows = new double[d][d];
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                rows[i][j] = columns[j][i];
            }
        }
        return rows;
    }

    private static double dot(double[] a, double[] b) {
        return IntStream.range(0, a.length).mapToDouble(k -> a[k] * b[k]).sum();
    }

    private static void subtract(double[] a, double[] b, double times) {
        for (int k = 0; k < a.length; k++) {
            a[k] -= times * b[k];
        }
    }

    /// The positions of numbers in ascending order.
    static int[] order(double[] numbers) {
        return IntStream.range(0, numbers.length).boxed().sorted(Comparator.comparingDouble(i -> numbers[i])).mapToInt(i -> i).toArray();
    }

    /// The least value of a function's instance: rounded to cents, within ±1000.
    static double least(int function, long instance) {
        long seed = (function == 18 ? 17 : function == 4 ? 3 : function) + 10000 * instance;
        double ratio = normal(1, seed)[0] / normal(1, seed + 1)[0];
        return Math.clamp(Math.floor(100 * 100 * ratio + 0.5) / 100, -1000.0, 1000.0);
    }
}
