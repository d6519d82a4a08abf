package dev.sextant.strategy.bayes;

import dev.sextant.strategy.bayes.Results.Known;
import dev.sextant.strategy.numeric.Cholesky;
import dev.sextant.strategy.numeric.Matern;
import java.util.Arrays;
import java.util.List;

/// What the Gaussian process predicts, given hyperparameters and results.
///
/// The inverse of the covariance matrix is kept and grows with each point, so that a prediction costs one product with it
/// and gives its gradient at little more. Points may be added without a result: they make their surroundings certain and
/// leave the mean as it is (which is what believing the prediction there comes to). Not thread-safe.
///
/// Sources: Rasmussen and Williams 2006, algorithm 2.1; growing the inverse by its Schur complement: Golub and Van Loan,
/// section 2.1.4; believing the prediction: D. Ginsbourger et al., Kriging is well-suited to parallelize optimization, 2010.
final class Posterior {
    private static final int TRIES = 8;
    /// As many awaited results as are kept apart.
    private static final int MOST_AWAITED = 200;

    private final Hyper hyper;
    private final Points points;
    private double[][] inverse;
    private double[] alpha;
    /// Of each point, the variance of a result there.
    private double[] priors;
    private int size;

    private Posterior(Hyper hyper, Points points, double[][] inverse, double[] alpha) {
        this.hyper = hyper;
        this.points = points;
        this.inverse = inverse;
        this.alpha = alpha;
        this.size = points.size();
        this.priors = new double[size + 24];
        Arrays.setAll(priors, i -> i < size ? prior(points.get(i)) + hyper.noise() : 0);
    }

    /// The posterior without results yet: [#explain] gives them.
    static Posterior of(Points points, Hyper hyper) {
        double noise = hyper.noise();
        for (int i = 0; i < TRIES; i++, noise *= 10) {
            Hyper tried = new Hyper(hyper.weights(), hyper.scale(), hyper.trend(), noise);
            var factor = Cholesky.of(covariances(points, tried), points.size());
            if (factor.isPresent()) {
                return new Posterior(tried, points, factor.get().inverse(), new double[points.size()]);
            }
        }
        throw new IllegalStateException("The covariance of %d points is not positive definite with a noise of %s."
                .formatted(points.size(), noise));
    }

    private static double[][] covariances(Points points, Hyper hyper) {
        double[][] covariances = new double[points.size()][];
        for (int i = 0; i < covariances.length; i++) {
            covariances[i] = new double[i + 1];
            double[] parabolas = new double[i + 1];
            points.parabolas(points.get(i), parabolas, i + 1);
            points.squares(hyper.weights(), points.get(i), covariances[i], i);
            for (int k = 0; k < i; k++) {
                covariances[i][k] = hyper.scale() * Matern.correlation(covariances[i][k]) + hyper.trend() * parabolas[k];
            }
            covariances[i][i] = hyper.scale() + hyper.trend() * parabolas[i] + hyper.noise();
        }
        return covariances;
    }

    /// One that grows by itself.
    Posterior copy() {
        double[][] rows = new double[inverse.length][];
        Arrays.setAll(rows, i -> i < size ? inverse[i].clone() : null);
        return new Posterior(hyper, points.copy(), rows, alpha.clone());
    }

    /// With points whose results are awaited, in a copy if there are any; the newest [#MOST_AWAITED] of them.
    Posterior with(List<Known> awaited) {
        if (awaited.isEmpty()) {
            return this;
        }
        Posterior wider = copy();
        awaited.subList(Math.max(0, awaited.size() - MOST_AWAITED), awaited.size()).forEach(known -> wider.add(known.point()));
        return wider;
    }

    int size() {
        return size;
    }

    Points points() {
        return points;
    }

    /// The results at all points so far.
    void explain(double[] targets) {
        alpha = times(targets);
    }

    /// Adds a point.
    void add(double[] point) {
        double[] covariances = new double[size];
        covariances(point, covariances);
        double[] w = times(covariances);
        double rest = prior(point) + hyper.noise();
        for (int i = 0; i < size; i++) {
            rest -= covariances[i] * w[i];
        }
        grow(w, Math.max(rest, 0.5 * hyper.noise()));
        points.add(point);
        priors = Arrays.copyOf(priors, Math.max(priors.length, size + 8));
        priors[size - 1] = prior(point) + hyper.noise();
        alpha = Arrays.copyOf(alpha, size);
    }

    private void grow(double[] w, double rest) {
        double[][] rows = new double[size + 1][];
        for (int i = 0; i < size; i++) {
            double[] row = inverse[i].length > size ? inverse[i] : Arrays.copyOf(inverse[i], size + 24);
            double factor = w[i] / rest;
            for (int k = 0; k < size; k++) {
                row[k] += factor * w[k];
            }
            row[size] = -factor;
            rows[i] = row;
        }
        double[] last = new double[size + 24];
        for (int k = 0; k < size; k++) {
            last[k] = -w[k] / rest;
        }
        last[size] = 1 / rest;
        rows[size] = last;
        inverse = rows;
        size++;
    }

    private void covariances(double[] point, double[] out) {
        double[] parabolas = new double[size];
        points.parabolas(point, parabolas, size);
        points.squares(hyper.weights(), point, out, size);
        for (int i = 0; i < size; i++) {
            out[i] = hyper.scale() * Matern.correlation(out[i]) + hyper.trend() * parabolas[i];
        }
    }

    /// The variance of the function at a point of which nothing is known.
    private double prior(double[] point) {
        return hyper.scale() + hyper.trend() * points.parabola(point);
    }

    /// The product of the inverse with a vector. By rows, as the inverse is symmetric, so that it is vectorised.
    private double[] times(double[] vector) {
        double[] product = new double[size];
        for (int i = 0; i < size; i++) {
            double factor = vector[i];
            double[] row = inverse[i];
            for (int k = 0; k < product.length; k++) {
                product[k] += factor * row[k];
            }
        }
        return product;
    }

    /// A prediction: the mean, and the variance of the function there.
    record Prediction(double mean, double variance) {}

    Prediction at(double[] point) {
        double[] covariances = new double[size];
        covariances(point, covariances);
        double[] w = times(covariances);
        return prediction(prior(point), covariances, w);
    }

    private Prediction prediction(double prior, double[] covariances, double[] w) {
        double mean = 0;
        double variance = prior;
        for (int i = 0; i < size; i++) {
            mean += covariances[i] * alpha[i];
            variance -= covariances[i] * w[i];
        }
        return new Prediction(mean, Math.max(variance, 1e-12 * hyper.scale()));
    }

    /// The mean alone, and an upper bound of the variance: what it would be if only the nearest point were known. O(n).
    Prediction roughly(double[] point) {
        double[] covariances = new double[size];
        covariances(point, covariances);
        double mean = 0;
        double prior = prior(point);
        double known = 0;
        for (int i = 0; i < size; i++) {
            mean += covariances[i] * alpha[i];
            known = Math.max(known, covariances[i] * covariances[i] / priors[i]);
        }
        return new Prediction(mean, Math.max(prior - known, 1e-12 * hyper.scale()));
    }

    /// A prediction with the derivatives of its mean and its variance along some lines.
    ///
    /// @param lines      the axes along which it is differentiated
    /// @param byMean     `[lines]`, filled
    /// @param byVariance `[lines]`, filled
    Prediction at(double[] point, int[] lines, double[] byMean, double[] byVariance) {
        double[] squares = new double[size];
        points.squares(hyper.weights(), point, squares, size);
        double[] covariances = new double[size];
        double[] slopes = new double[size];
        double[] parabolas = new double[size];
        points.parabolas(point, parabolas, size);
        for (int i = 0; i < size; i++) {
            double s = Math.sqrt(5 * squares[i]);
            double e = hyper.scale() * Math.exp(-s);
            covariances[i] = (1 + s + s * s / 3) * e + hyper.trend() * parabolas[i];
            slopes[i] = -5.0 / 3 * (1 + s) * e;
        }
        double[] w = times(covariances);
        for (int line = 0; line < lines.length; line++) {
            differentiate(line, lines[line], point, new Slopes(slopes, w, byMean, byVariance));
        }
        return prediction(prior(point), covariances, w);
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared as a record
    private record Slopes(double[] slopes, double[] w, double[] byMean, double[] byVariance) {}

    private void differentiate(int line, int axis, double[] point, Slopes s) {
        double[] column = points.column(axis);
        double mean = 0;
        double variance = 0;
        double middle = 2 * point[axis] - 1;
        double trend = 2 * hyper.trend() / points.lines();
        double weight = hyper.weights()[axis];
        for (int i = 0; i < size; i++) {
            double other = 2 * column[i] - 1;
            double change = weight * s.slopes()[i] * (point[axis] - column[i]) + trend * other * (1 + 2 * middle * other);
            mean += alpha[i] * change;
            variance += s.w()[i] * change;
        }
        s.byMean()[line] = mean;
        s.byVariance()[line] = 2 * trend * middle * (0.5 + middle * middle) * 2 - 2 * variance;
    }

    /// The variance of a result around the function.
    double noise() {
        return hyper.noise();
    }

    /// The posterior covariance of the function between two of the points: noise·(δ − noise·K⁻¹), K being the covariance of results.
    double covariance(int one, int other) {
        return hyper.noise() * ((one == other ? 1 : 0) - hyper.noise() * inverse[one][other]);
    }

    /// The posterior covariances of the function between some of the points and another one. O(n²).
    double[] covariances(double[] point, int[] indices) {
        double[] covariances = new double[size];
        covariances(point, covariances);
        double[] w = times(covariances);
        return Arrays.stream(indices).mapToDouble(i -> hyper.noise() * w[i]).toArray();
    }

    /// The means at the points with results: each result less noise·α, so this is O(n).
    ///
    /// @param targets what was explained
    double[] means(double[] targets) {
        double[] means = new double[targets.length];
        Arrays.setAll(means, i -> targets[i] - hyper.noise() * alpha[i]);
        return means;
    }
}
