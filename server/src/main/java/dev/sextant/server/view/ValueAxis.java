package dev.sextant.server.view;

import dev.sextant.model.space.Scale;
import dev.sextant.model.study.Objective;
import java.util.Arrays;
import java.util.stream.DoubleStream;

/// The part of a number line on which the values of an objective are drawn.
///
/// Values over three decades or more, all positive, get a log scale. Where a few values lie far on the bad side, they
/// are drawn on the edge, so that one diverged trial does not flatten all others.
///
/// @param low less than `high`
/// @param outside how many values lie beyond the edge
public record ValueAxis(double low, double high, Scale scale, int outside) {
    private static final double LOG_FROM_RATIO = 1000;
    private static final double FAR = 3;
    private static final double FEW = 0.1;

    /// The axis for the values of complete trials; O(n·log n).
    public static ValueAxis of(double[] values, Objective objective) {
        if (values.length == 0) {
            return new ValueAxis(0, 1, Scale.LINEAR, 0);
        }
        double least = DoubleStream.of(values).min().orElseThrow();
        double most = DoubleStream.of(values).max().orElseThrow();
        var scale = least > 0 && most / least >= LOG_FROM_RATIO ? Scale.LOG : Scale.LINEAR;
        double[] losses = DoubleStream.of(values).map(v -> objective.loss(on(scale, v))).sorted().toArray();
        double edge = edge(losses);
        int outside = (int) DoubleStream.of(losses).filter(l -> l > edge).count();
        double one = off(scale, objective.value(losses[0]));
        double other = off(scale, objective.value(Math.min(edge, losses[losses.length - 1])));
        double low = Math.min(one, other);
        double high = Math.max(one, other);
        boolean stillWide = low > 0 && high / low >= LOG_FROM_RATIO;
        return widened(low, high, stillWide ? scale : Scale.LINEAR, outside);
    }

    /// The loss beyond which a loss is far out: three quartile distances above the upper quartile, if few are.
    private static double edge(double[] losses) {
        double lower = losses[losses.length / 4];
        double upper = losses[losses.length * 3 / 4];
        double edge = upper + FAR * (upper - lower);
        long beyond = Arrays.stream(losses).filter(l -> l > edge).count();
        boolean worthIt = losses[losses.length - 1] > edge + FAR * (upper - lower);
        return upper > lower && worthIt && beyond <= Math.max(1, FEW * losses.length) ? edge : Double.POSITIVE_INFINITY;
    }

    private static double on(Scale scale, double value) {
        return scale == Scale.LOG ? Math.log(value) : value;
    }

    private static double off(Scale scale, double value) {
        return scale == Scale.LOG ? Math.exp(value) : value;
    }

    private static ValueAxis widened(double low, double high, Scale scale, int outside) {
        if (low < high) {
            return new ValueAxis(low, high, scale, outside);
        }
        double margin = Math.max(Math.abs(low) * 0.1, Double.MIN_NORMAL * 1e20);
        return new ValueAxis(low - margin, high + margin, scale, outside);
    }

    /// The value, or the edge it is drawn on.
    public double clamp(double value) {
        return Math.clamp(value, low, high);
    }
}
