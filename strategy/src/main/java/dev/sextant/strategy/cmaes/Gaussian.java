package dev.sextant.strategy.cmaes;

import dev.sextant.strategy.numeric.SymmetricEigen;
import java.util.List;
import java.util.random.RandomGenerator;

/// The normal distribution N(m, σ²·A·C·A) over the lines of a cube, and how it learns: CMA-ES with active covariance update.
///
/// A is diagonal, 1 until [Margin] changes it. Points are `[n]` in units of the cube; n may be 0. An update costs
/// O(λ·n²), every so many of them O(n³); a sample O(n²). Not thread-safe.
///
/// Sources: N. Hansen, arXiv 1604.00772, whose names are used; for results of an older distribution or from elsewhere
/// N. Hansen, Injecting external solutions into CMA-ES, arXiv 1110.4181, equation 5.
/// Differs: where a parameter was inactive its mean does not move, while its sampled value goes into paths and
/// covariance, where it averages out.
final class Gaussian {
    private static final double LARGEST_SIGMA = 10;
    private static final double LEAST_VARIANCE = 1e-28;

    private final int n;
    private final double[] mean;
    private final double[] a;
    private final double[][] c;
    private final double[] pathSigma;
    private final double[] pathC;
    private final double chi;
    private double sigma;
    private double[][] axes = new double[0][];
    private double[] deviations = new double[0];
    private int updates;
    private double debt = Double.POSITIVE_INFINITY;

    Gaussian(Region start) {
        this.n = start.mean().length;
        this.mean = start.mean().clone();
        this.sigma = start.sigma();
        this.c = new double[n][];
        this.a = new double[n];
        for (int i = 0; i < n; i++) {
            c[i] = start.covariance()[i].clone();
            a[i] = 1;
        }
        this.pathSigma = new double[n];
        this.pathC = new double[n];
        this.chi = Math.sqrt(n) * (1 - 1 / (4.0 * n) + 1 / (21.0 * n * n));
        decompose();
    }

    /// A result's place and what it counts for.
    static final class Told {
        private final double[] point;
        private final boolean[] active;
        private final boolean fresh;

        Told(double[] point, boolean[] active, boolean fresh) {
            this.point = point;
            this.active = active;
            this.fresh = fresh;
        }

        /// `[n]`; `NaN` where nothing is known of an inactive coordinate.
        double[] point() {
            return point;
        }

        /// `[n]`, whether a coordinate took part in the result.
        boolean[] active() {
            return active;
        }

        /// Whether it was drawn from this very distribution.
        boolean fresh() {
            return fresh;
        }
    }

    double sigma() {
        return sigma;
    }

    double mean(int i) {
        return mean[i];
    }

    /// The standard deviation along a coordinate.
    double deviation(int i) {
        return sigma * a[i] * Math.sqrt(c[i][i]);
    }

    /// Moves the mean of a coordinate and sets its standard deviation through A.
    void adjust(int i, double newMean, double newDeviation) {
        mean[i] = newMean;
        a[i] = newDeviation / (sigma * Math.sqrt(c[i][i]));
    }

    /// A draw.
    ///
    /// @param widen how many times as wide as the distribution
    double[] sample(RandomGenerator random, double widen) {
        double[] y = new double[n];
        for (int k = 0; k < n; k++) {
            double step = deviations[k] * random.nextGaussian();
            for (int i = 0; i < n; i++) {
                y[i] += step * axes[k][i];
            }
        }
        for (int i = 0; i < n; i++) {
            y[i] = mean[i] + widen * sigma * a[i] * y[i];
        }
        return y;
    }

    /// Learns from λ results.
    ///
    /// @param ranked best first, as many as there are weights
    void update(List<Told> ranked, Rates rates) {
        if (n == 0) {
            return;
        }
        double[][] steps = new double[ranked.size()][];
        double[][] whitened = new double[ranked.size()][];
        for (int k = 0; k < steps.length; k++) {
            steps[k] = step(ranked.get(k).point());
            whitened[k] = whiten(steps[k]);
            if (!ranked.get(k).fresh()) {
                shorten(steps[k], whitened[k]);
            }
        }
        updates++;
        double[] joint = weighted(steps, rates);
        moveMean(ranked, steps, rates);
        adaptSigma(weighted(whitened, rates), rates);
        adaptCovariance(joint, steps, whitened, rates);
    }

    /// (x − m) / (σA), 0 where nothing is known.
    private double[] step(double[] point) {
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            y[i] = Double.isNaN(point[i]) ? 0 : (point[i] - mean[i]) / (sigma * a[i]);
        }
        return y;
    }

    /// D⁻¹Bᵀy; as long as C^(−½)y.
    private double[] whiten(double[] y) {
        double[] z = new double[n];
        for (int k = 0; k < n; k++) {
            double sum = 0;
            for (int i = 0; i < n; i++) {
                sum += axes[k][i] * y[i];
            }
            z[k] = sum / deviations[k];
        }
        return z;
    }

    private void shorten(double[] y, double[] z) {
        double longest = Math.sqrt(n) + 2.0 * n / (n + 2.0);
        double length = Math.sqrt(square(z));
        if (length > longest) {
            for (int i = 0; i < n; i++) {
                y[i] *= longest / length;
                z[i] *= longest / length;
            }
        }
    }

    private static double square(double[] z) {
        double sum = 0;
        for (double value : z) {
            sum += value * value;
        }
        return sum;
    }

    private double[] weighted(double[][] rows, Rates rates) {
        double[] sum = new double[n];
        for (int k = 0; k < rates.mu(); k++) {
            for (int i = 0; i < n; i++) {
                sum[i] += rates.weights()[k] * rows[k][i];
            }
        }
        return sum;
    }

    private void moveMean(List<Told> ranked, double[][] steps, Rates rates) {
        for (int k = 0; k < rates.mu(); k++) {
            for (int i = 0; i < n; i++) {
                mean[i] += ranked.get(k).active()[i] ? rates.weights()[k] * steps[k][i] * sigma * a[i] : 0;
            }
        }
        for (int i = 0; i < n; i++) {
            mean[i] = Math.clamp(mean[i], 0.0, 1.0);
        }
    }

    private void adaptSigma(double[] whitenedStep, Rates rates) {
        double[] turned = new double[n];
        for (int k = 0; k < n; k++) {
            for (int i = 0; i < n; i++) {
                turned[i] += axes[k][i] * whitenedStep[k];
            }
        }
        double gain = Math.sqrt(rates.cSigma() * (2 - rates.cSigma()) * rates.muEff());
        for (int i = 0; i < n; i++) {
            pathSigma[i] = (1 - rates.cSigma()) * pathSigma[i] + gain * turned[i];
        }
        double change = rates.cSigma() / rates.dSigma() * (Math.sqrt(square(pathSigma)) / chi - 1);
        sigma = Math.min(LARGEST_SIGMA, sigma * Math.exp(Math.min(1, change)));
    }

    private void adaptCovariance(double[] joint, double[][] steps, double[][] whitened, Rates rates) {
        double remembered = 1 - Math.pow(1 - rates.cSigma(), 2.0 * updates);
        boolean steady = Math.sqrt(square(pathSigma) / remembered) < (1.4 + 2.0 / (n + 1)) * chi;
        double gain = steady ? Math.sqrt(rates.cC() * (2 - rates.cC()) * rates.muEff()) : 0;
        for (int i = 0; i < n; i++) {
            pathC[i] = (1 - rates.cC()) * pathC[i] + gain * joint[i];
        }
        double stalled = steady ? 0 : rates.cC() * (2 - rates.cC());
        double kept = 1 + rates.c1() * stalled - rates.c1() - rates.cMu() * rates.weightSum();
        for (double[] row : c) {
            for (int j = 0; j < n; j++) {
                row[j] *= kept;
            }
        }
        addOuter(pathC, rates.c1());
        for (int k = 0; k < steps.length; k++) {
            double weight = rates.weights()[k];
            addOuter(steps[k], rates.cMu() * (weight >= 0 ? weight : weight * n / (square(whitened[k]) + 1e-8)));
        }
        debt += rates.lambda();
        if (debt > rates.lambda() / ((rates.c1() + rates.cMu()) * n * 10)) {
            decompose();
        }
    }

    private void addOuter(double[] y, double weight) {
        for (int i = 0; i < n; i++) {
            double part = weight * y[i];
            for (int j = 0; j <= i; j++) {
                c[i][j] += part * y[j];
            }
        }
    }

    /// Brings axes and deviations up to date, and lifts variances that have become too small.
    private void decompose() {
        SymmetricEigen.Decomposition eigen = SymmetricEigen.of(c);
        axes = eigen.vectors();
        deviations = eigen.values();
        double largest = 0;
        for (double value : deviations) {
            largest = Math.max(largest, value);
        }
        double least = Math.max(largest * 1e-14, LEAST_VARIANCE / (sigma * sigma));
        for (int k = 0; k < n; k++) {
            double missing = Math.max(0, least - deviations[k]);
            if (missing > 0) {
                addOuter(axes[k], missing);
            }
            deviations[k] = Math.sqrt(deviations[k] + missing);
        }
        debt = 0;
    }

    /// The longest axis divided by the shortest.
    double elongation() {
        double longest = 0;
        double shortest = Double.POSITIVE_INFINITY;
        for (double deviation : deviations) {
            longest = Math.max(longest, deviation);
            shortest = Math.min(shortest, deviation);
        }
        return n == 0 ? 1 : longest / shortest;
    }
}
