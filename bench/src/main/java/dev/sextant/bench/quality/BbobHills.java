package dev.sextant.bench.quality;

import dev.sextant.bench.quality.Bbob.Frame;
import dev.sextant.bench.quality.Bbob.Made;
import java.util.stream.IntStream;

/// The functions of BBOB with weak or no global structure, which need arrangements of their own; symbols as there.
final class BbobHills {
    private static final double SCHWEFEL = 4.2096874637;

    private BbobHills() {}

    /// f20: Schwefel's x·sin(x).
    static Made schwefel(Frame frame) {
        double[] u = BbobDraws.uniform(frame.d(), frame.seed());
        double[] sign = Bbob.map(u, (_, x) -> x < 0.5 ? -1 : 1);
        double[] optimum = Bbob.scaled(sign, SCHWEFEL / 2);
        return frame.made(optimum, x -> schwefel(frame, Bbob.map(x, (i, v) -> 2 * sign[i] * v)));
    }

    private static double schwefel(Frame frame, double[] x) {
        double[] leaning = Bbob.map(x, (i, v) -> i == 0 ? v : v + 0.25 * (x[i - 1] - SCHWEFEL));
        double[] z = Bbob.map(frame.stretch(Bbob.map(leaning, (_, v) -> v - SCHWEFEL), 10), (_, v) -> 100 * (v + SCHWEFEL));
        double penalty = Bbob.sum(z, v -> Math.pow(Math.max(0, Math.abs(v) - 500), 2));
        double waves = Bbob.sum(z, v -> v * Math.sin(Math.sqrt(Math.abs(v))));
        return 0.01 * (418.9828872724339 - waves / frame.d() + penalty);
    }

    /// f24: Lunacek's double funnel with Rastrigin's waves.
    static Made lunacek(Frame frame) {
        double mu = 2.5;
        double[] sign = Bbob.map(BbobDraws.normal(frame.d(), frame.seed()), (_, x) -> x < 0 ? -1 : 1);
        return frame.made(Bbob.scaled(sign, mu / 2), x -> lunacek(frame, mu, Bbob.map(x, (i, v) -> 2 * sign[i] * v)));
    }

    private static double lunacek(Frame frame, double mu, double[] x) {
        double s = 1 - 0.5 / (Math.sqrt(frame.d() + 20) - 4.1);
        double other = -Math.sqrt((mu * mu - 1) / s);
        double near = Bbob.sum(x, v -> (v - mu) * (v - mu));
        double far = frame.d() + s * Bbob.sum(x, v -> (v - other) * (v - other));
        double[] z = frame.rotated(frame.stretch(frame.turned(Bbob.map(x, (_, v) -> v - mu)), 100));
        return Math.min(near, far) + 10 * (frame.d() - Bbob.sum(z, v -> Math.cos(2 * Math.PI * v)));
    }

    /// f21 and f22: Gallagher's Gaussian peaks.
    ///
    /// @param width of the box in which peaks lie
    /// @param first the squared condition of the highest peak
    /// @param most the greatest condition of the others
    static Made gallagher(Frame frame, int peaks, double width, double first, double most) {
        int d = frame.d();
        double[] u = BbobDraws.uniform(d * peaks, frame.seed());
        int[] rank = BbobDraws.order(BbobDraws.uniform(peaks - 1, frame.seed()));
        double[][] centres = new double[peaks][];
        double[][] scales = new double[peaks][];
        for (int i = 0; i < peaks; i++) {
            int at = i * d;
            double nearer = i == 0 ? 0.8 : 1;
            centres[i] = IntStream.range(0, d).mapToDouble(k -> nearer * (width * u[at + k] - width / 2)).toArray();
            double condition = i == 0 ? Math.sqrt(first) : Math.pow(most, (double) rank[i - 1] / (peaks - 2));
            int[] order = BbobDraws.order(BbobDraws.uniform(d, frame.seed() + 1000L * i));
            scales[i] = IntStream.range(0, d).mapToDouble(k -> Math.pow(condition, (double) order[k] / (d - 1) - 0.5)).toArray();
        }
        return frame.made(centres[0], x -> gallagher(frame, x, centres, scales));
    }

    private static double gallagher(Frame frame, double[] x, double[][] centres, double[][] scales) {
        double best = 0;
        for (int i = 0; i < centres.length; i++) {
            double height = i == 0 ? 10 : 1.1 + 8.0 * (i - 1) / (centres.length - 2);
            double[] z = frame.turned(Bbob.difference(x, centres[i]));
            double[] scale = scales[i];
            double square = Bbob.sum(Bbob.map(z, (k, v) -> scale[k] * v * v), v -> v);
            best = Math.max(best, height * Math.exp(-0.5 / frame.d() * square));
        }
        double depth = Bbob.oscillated(10 - best);
        return depth * depth;
    }
}
