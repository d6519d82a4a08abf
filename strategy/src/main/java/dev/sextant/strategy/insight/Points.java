package dev.sextant.strategy.insight;

import dev.sextant.model.space.SearchSpace;
import dev.sextant.strategy.forest.Axes;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// Uniform draws of what a space allows.
record Points(SearchSpace space, Axes axes) {
    private static final int EFFORT = 20;
    private static final int ENOUGH = 100;

    /// Rows that keep the constraints: `count` of them, or as many as were found with twenty times the effort. Where
    /// these are fewer than a hundred, constraints are not looked at.
    double[][] draw(int count, RandomGenerator random) {
        List<double[]> found = new ArrayList<>(count);
        for (int i = 0; i < EFFORT * count && found.size() < count; i++) {
            double[] row = axes.draw(random);
            if (space.constraints().isEmpty() || space.allows(axes.configuration(row))) {
                found.add(row);
            }
        }
        while (found.size() < ENOUGH) {
            found.add(axes.draw(random));
        }
        return found.toArray(double[][]::new);
    }
}
