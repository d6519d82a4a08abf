package dev.sextant.strategy.numeric;

/// How unevenly points fill the unit cube; smaller is more even. O(n²·d).
///
/// Source: F. J. Hickernell, A generalized discrepancy and quadrature error bound, Math. Comp. 67 (1998) 299-322,
/// the centred L2 form, squared.
final class CentredDiscrepancy {
    private CentredDiscrepancy() {}

    static double of(double[][] points) {
        int n = points.length;
        double single = 0;
        double pairs = 0;
        for (double[] x : points) {
            single += single(x);
            for (double[] y : points) {
                pairs += pair(x, y);
            }
        }
        return Math.pow(13.0 / 12, points[0].length) - 2.0 / n * single + pairs / n / n;
    }

    private static double single(double[] x) {
        double product = 1;
        for (double coordinate : x) {
            double a = Math.abs(coordinate - 0.5);
            product *= 1 + a / 2 - a * a / 2;
        }
        return product;
    }

    private static double pair(double[] x, double[] y) {
        double product = 1;
        for (int d = 0; d < x.length; d++) {
            product *= 1 + Math.abs(x[d] - 0.5) / 2 + Math.abs(y[d] - 0.5) / 2 - Math.abs(x[d] - y[d]) / 2;
        }
        return product;
    }
}
