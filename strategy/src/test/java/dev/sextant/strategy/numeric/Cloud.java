package dev.sextant.strategy.numeric;

/// Points that every library can make again: coordinate k of point i is the fraction of (i + 1)·√p, p being prime number k.
final class Cloud {
    private static final int[] PRIMES = {2, 3, 5, 7, 11, 13};

    private Cloud() {}

    static double[][] of(int points, int dimensions) {
        double[][] cloud = new double[points][dimensions];
        for (int i = 0; i < points; i++) {
            for (int k = 0; k < dimensions; k++) {
                cloud[i][k] = (i + 1) * Math.sqrt(PRIMES[k]) % 1;
            }
        }
        return cloud;
    }

    /// The same moved away from 0 by 0.01 and drawn onto the unit sphere, where no point dominates another.
    static double[][] onSphere(int points, int dimensions) {
        double[][] cloud = of(points, dimensions);
        for (double[] point : cloud) {
            double squares = 0;
            for (int k = 0; k < dimensions; k++) {
                point[k] += 0.01;
                squares += point[k] * point[k];
            }
            for (int k = 0; k < dimensions; k++) {
                point[k] /= Math.sqrt(squares);
            }
        }
        return cloud;
    }
}
