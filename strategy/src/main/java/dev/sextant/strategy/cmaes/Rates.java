package dev.sextant.strategy.cmaes;

/// The weights and learning rates for a number of dimensions and a population.
///
/// Source: N. Hansen, The CMA evolution strategy: a tutorial, arXiv 1604.00772, table 1 and equations 49 to 58; the names
/// are those of the tutorial.
final class Rates {
    private final double[] weights;
    private final int mu;
    private final double muEff;
    private final double cSigma;
    private final double dSigma;
    private final double cC;
    private final double c1;
    private final double cMu;

    /// @param dimensions of the normal distribution, at least 1
    /// @param lambda results an update, at least 4
    Rates(int dimensions, int lambda) {
        double n = dimensions;
        double[] raw = new double[lambda];
        for (int i = 0; i < lambda; i++) {
            raw[i] = Math.log((lambda + 1) / 2.0) - Math.log(i + 1);
        }
        mu = lambda / 2;
        muEff = effective(raw, 0, mu);
        cSigma = (muEff + 2) / (n + muEff + 5);
        dSigma = 1 + 2 * Math.max(0, Math.sqrt((muEff - 1) / (n + 1)) - 1) + cSigma;
        cC = (4 + muEff / n) / (n + 4 + 2 * muEff / n);
        c1 = 2 / ((n + 1.3) * (n + 1.3) + muEff);
        cMu = Math.min(1 - c1, 2 * (muEff - 2 + 1 / muEff) / ((n + 2) * (n + 2) + muEff));
        double negative = 1 + 2 * effective(raw, mu, lambda) / (muEff + 2);
        double definite = cMu > 0 ? Math.min(1 + c1 / cMu, (1 - c1 - cMu) / (n * cMu)) : 1;
        weights = scaled(raw, mu, Math.min(negative, definite));
    }

    /// By rank, best first: the first μ positive with sum 1, the others negative.
    double[] weights() {
        return weights;
    }

    int mu() {
        return mu;
    }

    double muEff() {
        return muEff;
    }

    double cSigma() {
        return cSigma;
    }

    double dSigma() {
        return dSigma;
    }

    double cC() {
        return cC;
    }

    double c1() {
        return c1;
    }

    double cMu() {
        return cMu;
    }

    private static double effective(double[] raw, int from, int to) {
        double sum = 0;
        double squares = 0;
        for (int i = from; i < to; i++) {
            sum += raw[i];
            squares += raw[i] * raw[i];
        }
        return squares == 0 ? 0 : sum * sum / squares;
    }

    private static double[] scaled(double[] raw, int mu, double negativeSum) {
        double positive = 0;
        double negative = 0;
        for (double weight : raw) {
            positive += Math.max(weight, 0);
            negative += Math.max(-weight, 0);
        }
        double[] weights = new double[raw.length];
        for (int i = 0; i < raw.length; i++) {
            double factor = raw[i] > 0 ? 1 / positive : negative == 0 ? 0 : negativeSum / negative;
            weights[i] = i < mu || raw[i] < 0 ? raw[i] * factor : 0;
        }
        return weights;
    }

    /// The sum of all weights.
    double weightSum() {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        return sum;
    }

    int lambda() {
        return weights.length;
    }

    /// The population that the tutorial gives for a number of parameters, its equation 48.
    static int usualLambda(int parameters) {
        return 4 + (int) Math.floor(3 * Math.log(Math.max(1, parameters)));
    }
}
