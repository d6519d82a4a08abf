package dev.sextant.strategy.bayes;

import dev.sextant.strategy.numeric.ExpectedVolume;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/// The expected growth of the volume that a front dominates.
///
/// @param posteriors one an objective
record FrontPromise(List<Posterior> posteriors, ExpectedVolume volume) implements Promise {
    /// What is predicted of all objectives.
    @SuppressWarnings("ArrayRecordComponent") // never compared as a record
    private record There(double[] means, double[] deviations) {
        static There of(List<Posterior.Prediction> predictions) {
            return new There(predictions.stream().mapToDouble(Posterior.Prediction::mean).toArray(),
                    predictions.stream().mapToDouble(prediction -> Math.sqrt(prediction.variance())).toArray());
        }
    }

    private There there(Function<Posterior, Posterior.Prediction> prediction) {
        return There.of(posteriors.stream().map(prediction).toList());
    }

    @Override
    public double log(double[] point) {
        There there = there(posterior -> posterior.at(point));
        return volume.log(there.means(), there.deviations());
    }

    @Override
    public double bound(double[] point) {
        There there = there(posterior -> posterior.roughly(point));
        return volume.log(there.means(), there.deviations());
    }

    @Override
    public double log(double[] point, int[] lines, double[] slopes) {
        double[][] byMean = new double[posteriors.size()][lines.length];
        double[][] byVariance = new double[posteriors.size()][lines.length];
        Posterior.Prediction[] predictions = new Posterior.Prediction[posteriors.size()];
        Arrays.setAll(predictions, k -> posteriors.get(k).at(point, lines, byMean[k], byVariance[k]));
        There there = There.of(List.of(predictions));
        double[] ofMeans = new double[predictions.length];
        double[] ofDeviations = new double[predictions.length];
        double log = volume.log(there.means(), there.deviations(), ofMeans, ofDeviations);
        for (int k = 0; k < predictions.length; k++) {
            for (int i = 0; i < lines.length; i++) {
                slopes[i] += ofMeans[k] * byMean[k][i] + ofDeviations[k] * byVariance[k][i] / (2 * there.deviations()[k]);
            }
        }
        return log;
    }

    /// The probability that a result there joins the front.
    double chance(double[] point) {
        There there = there(posterior -> posterior.at(point));
        return volume.chance(there.means(), there.deviations());
    }
}
