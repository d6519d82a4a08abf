package dev.sextant.strategy.cmaes;

import dev.sextant.strategy.cube.Axis;
import dev.sextant.strategy.cube.Cube;
import java.util.List;
import java.util.stream.IntStream;

/// Which axes of a cube belong to the normal distribution, and which to the distributions over choices. Immutable.
///
/// Two values have no order worth learning, so a discrete axis of two counts as a choice.
final class Layout {
    private final Cube cube;
    private final int[] lines;
    private final int[] nominals;

    Layout(Cube cube) {
        this.cube = cube;
        this.lines = IntStream.range(0, cube.width()).filter(i -> !isChoice(cube.axis(i))).toArray();
        this.nominals = IntStream.range(0, cube.width()).filter(i -> isChoice(cube.axis(i))).toArray();
    }

    private static boolean isChoice(Axis axis) {
        return axis.isNominal() || axis.count() == 2;
    }

    Cube cube() {
        return cube;
    }

    List<Axis> lines() {
        return IntStream.of(lines).mapToObj(cube::axis).toList();
    }

    List<Axis> nominals() {
        return IntStream.of(nominals).mapToObj(cube::axis).toList();
    }

    /// How many parameters are not real.
    int discrete() {
        return (int) cube.axes().stream().filter(axis -> !axis.isReal()).count();
    }

    /// The coordinates of a point that are lines.
    double[] lines(double[] point) {
        return IntStream.of(lines).mapToDouble(i -> point[i]).toArray();
    }

    /// The indices of a point's choices; −1 where a coordinate is `NaN`.
    int[] choices(double[] point) {
        return IntStream.of(nominals).map(i -> Double.isNaN(point[i]) ? -1 : (int) cube.axis(i).index(point[i])).toArray();
    }

    /// The point of both.
    double[] point(double[] ofLines, int[] choices) {
        double[] point = new double[cube.width()];
        for (int i = 0; i < lines.length; i++) {
            point[lines[i]] = ofLines[i];
        }
        for (int i = 0; i < nominals.length; i++) {
            point[nominals[i]] = cube.axis(nominals[i]).middle(choices[i]);
        }
        return point;
    }
}
