package dev.sextant.strategy.design;

import dev.sextant.strategy.Problem;
import dev.sextant.strategy.Strategy;
import dev.sextant.strategy.StrategyFactory;
import dev.sextant.strategy.Streams;
import dev.sextant.strategy.numeric.Draw;
import dev.sextant.strategy.settings.Knobs;
import java.util.random.RandomGenerator;

/// Latin hypercube sampling: of `points` points, every one of `points` equal intervals of each axis holds one.
///
/// Further points form further, independent hypercubes. Keeps one hypercube in memory: O(points · axes). Not thread-safe.
///
/// Source: M. D. McKay, R. J. Beckman and W. J. Conover, A comparison of three methods for selecting values of input
/// variables in the analysis of output from a computer code, Technometrics 21 (1979) 239-245.
public final class LatinHypercube implements Points {
    private static final int STANDARD_POINTS = 100;
    private static final int MAX_POINTS = 1_000_000;

    private final int axes;
    private final int points;
    private final long seed;
    private double[][] cube = new double[0][];
    private long cubeNumber = -1;

    LatinHypercube(int axes, int points, long seed) {
        this.axes = axes;
        this.points = points;
        this.seed = seed;
    }

    @Override
    public double[] point(long index) {
        long number = index / points;
        if (number != cubeNumber) {
            cube = draw(Streams.of(seed, "lhs " + number));
            cubeNumber = number;
        }
        return cube[(int) (index % points)];
    }

    private double[][] draw(RandomGenerator random) {
        double[][] drawn = new double[points][axes];
        for (int axis = 0; axis < axes; axis++) {
            int[] cells = Draw.permutation(points, random);
            for (int i = 0; i < points; i++) {
                drawn[i][axis] = (cells[i] + random.nextDouble()) / points;
            }
        }
        return drawn;
    }

    /// Makes the strategy.
    public static final class Factory implements StrategyFactory {
        @Override
        public String name() {
            return "lhs";
        }

        @Override
        public String summary() {
            return "Latin hypercubes; settings: points (100) of each, best the number of trials";
        }

        @Override
        public Strategy create(Problem problem) {
            var knobs = new Knobs(problem.settings());
            int points = knobs.whole("points", STANDARD_POINTS, 1, MAX_POINTS);
            knobs.noOthers();
            var cubes = new LatinHypercube(Filling.axes(problem.space()), points, problem.seed());
            return new Filling("Latin hypercube point", problem.space(), cubes);
        }
    }
}
