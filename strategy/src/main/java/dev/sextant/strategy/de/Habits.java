package dev.sextant.strategy.de;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/// Which rates made good children lately, and draws of rates near those. Not thread-safe.
///
/// Source: R. Tanabe and A. Fukunaga, Success-history based parameter adaptation for differential evolution, CEC 2013 (SHADE),
/// section III. Differs: a result counts when it comes in; the memory turns after as many results as the population has places.
final class Habits {
    private static final int MEMORIES = 6;
    private static final double FIRST = 0.5;
    private static final double WIDTH = 0.1;

    private final double[] scales = new double[MEMORIES];
    private final double[] crossovers = new double[MEMORIES];
    private final List<Success> successes = new ArrayList<>();
    private int next;

    /// @param gain by how much the child was better than the one whose place it took
    private record Success(Rate rate, double gain) {}

    Habits() {
        Arrays.fill(scales, FIRST);
        Arrays.fill(crossovers, FIRST);
    }

    /// Rates of a new child: the scale from a Cauchy, the crossover from a normal distribution around one of the memories.
    Rate draw(RandomGenerator random) {
        int memory = random.nextInt(MEMORIES);
        double scale = 0;
        while (scale <= 0) {
            scale = scales[memory] + WIDTH * Math.tan(Math.PI * (random.nextDouble() - 0.5));
        }
        double crossover = Math.clamp(crossovers[memory] + WIDTH * random.nextGaussian(), 0.0, 1.0);
        return new Rate((float) Math.min(1, scale), (float) crossover);
    }

    void succeed(Rate rate, double gain) {
        successes.add(new Success(rate, Math.min(gain, Double.MAX_VALUE)));
    }

    /// Forms one memory of the successes since the last time.
    void remember() {
        double largest = successes.stream().mapToDouble(Success::gain).max().orElse(0);
        if (largest > 0) {
            double weights = 0;
            double scale = 0;
            double square = 0;
            double crossover = 0;
            for (Success success : successes) {
                double weight = success.gain() / largest;
                weights += weight;
                scale += weight * success.rate().scale();
                square += weight * success.rate().scale() * success.rate().scale();
                crossover += weight * success.rate().crossover();
            }
            scales[next] = square / scale;
            crossovers[next] = crossover / weights;
            next = (next + 1) % MEMORIES;
        }
        successes.clear();
    }
}
