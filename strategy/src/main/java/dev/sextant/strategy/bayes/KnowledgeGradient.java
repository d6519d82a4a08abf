package dev.sextant.strategy.bayes;

import dev.sextant.strategy.numeric.LogImprovement;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// By how much one more result would lower the least fitted mean, on average: of a point that was tried, or of a new one.
///
/// Both are measured in the same coin, so the larger says whether to repeat or to explore. The mean of every leader moves along with the
/// result, by its posterior covariance with it. Where results hold no noise, another one of the same point moves nothing, and is worth 0.
///
/// Source: P. Frazier, W. Powell and S. Dayanik, The knowledge-gradient policy for correlated normal beliefs, INFORMS J. Computing 21(4),
/// 2009, section 4; over tried points and the new one alone: W. Scott et al., SIAM J. Optimization 21(3), 2011. Cost: O(n·leaders) for a tried point,
/// O(n²) for a new one.
final class KnowledgeGradient {
    private final Posterior posterior;
    private final double[] means;
    private final int[] leaders;

    /// @param posterior with what is awaited
    /// @param means     fitted, of the points with results
    /// @param leaders   the points among which the best may be
    KnowledgeGradient(Posterior posterior, double[] means, int[] leaders) {
        this.posterior = posterior;
        this.means = means;
        this.leaders = leaders;
    }

    /// Of another result at the point with a number.
    double ofRepeat(int index) {
        double deviation = Math.sqrt(posterior.covariance(index, index) + posterior.noise());
        return gain(Arrays.stream(leaders).mapToDouble(i -> means[i]).toArray(),
                Arrays.stream(leaders).mapToDouble(i -> posterior.covariance(i, index) / deviation).toArray());
    }

    /// Of a result at a new point.
    double of(double[] point) {
        Posterior.Prediction there = posterior.at(point);
        double[] covariances = posterior.covariances(point, leaders);
        double deviation = Math.sqrt(there.variance() + posterior.noise());
        double[] levels = Arrays.copyOf(Arrays.stream(leaders).mapToDouble(i -> means[i]).toArray(), leaders.length + 1);
        double[] slopes = Arrays.copyOf(Arrays.stream(covariances).map(c -> c / deviation).toArray(), leaders.length + 1);
        levels[leaders.length] = there.mean();
        slopes[leaders.length] = there.variance() / deviation;
        return gain(levels, slopes);
    }

    /// The least level less the mean of the least of all lines level + slope·Z, Z standard normal.
    static double gain(double[] levels, double[] slopes) {
        int[] order = IntStream.range(0, levels.length).boxed()
                .sorted(Comparator.<Integer>comparingDouble(i -> slopes[i]).reversed().thenComparing(Comparator.<Integer>comparingDouble(i -> levels[i]).reversed()))
                .mapToInt(i -> i).toArray();
        int[] envelope = new int[order.length];
        double[] from = new double[order.length];
        int lines = 0;
        for (int line : order) {
            double crossing = Double.NEGATIVE_INFINITY;
            while (lines > 0) {
                int last = envelope[lines - 1];
                crossing = slopes[last] > slopes[line] ? (levels[line] - levels[last]) / (slopes[last] - slopes[line]) : Double.NEGATIVE_INFINITY;
                if (crossing > from[lines - 1]) {
                    break;
                }
                lines--;
            }
            from[lines] = lines == 0 ? Double.NEGATIVE_INFINITY : crossing;
            envelope[lines++] = line;
        }
        double gain = 0;
        for (int i = 1; i < lines; i++) {
            gain += (slopes[envelope[i - 1]] - slopes[envelope[i]]) * Math.exp(LogImprovement.of(-Math.abs(from[i])));
        }
        return gain;
    }
}
