package dev.sextant.strategy.cube;

import dev.sextant.model.space.Configuration;
import dev.sextant.model.space.Parameter;
import dev.sextant.model.space.SearchSpace;
import dev.sextant.model.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/// A search space as the unit cube: one axis a parameter that has more than one value, in the order of the space.
///
/// A point is an array of one coordinate an axis, each in `[0, 1]` in the scale of its domain. It has coordinates for
/// inactive parameters too; a configuration forgets them, and forgets where in its cell a discrete value lay.
/// Immutable.
public final class Cube {
    private final SearchSpace space;
    private final List<Axis> axes = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final double[] start;

    public Cube(SearchSpace space) {
        this.space = space;
        for (Parameter parameter : space.parameters()) {
            Axis axis = new Axis(parameter);
            if (axis.count() > 1) {
                numbers.put(parameter.name(), axes.size());
                axes.add(axis);
            }
        }
        this.start = axes.stream().mapToDouble(axis -> axis.unit(axis.parameter().start())).toArray();
    }

    /// How many axes there are; 0 if every parameter has one value only.
    public int width() {
        return axes.size();
    }

    public Axis axis(int number) {
        return axes.get(number);
    }

    public List<Axis> axes() {
        return List.copyOf(axes);
    }

    /// The configuration at a point. Coordinates outside of the cube count as on its surface; those of [#start] give the
    /// defaults to the last digit, so that they are not tried twice.
    public Configuration configuration(double[] point) {
        return space.configuration(parameter -> {
            Integer number = numbers.get(parameter.name());
            if (number == null) {
                return parameter.domain().at(0);
            }
            return point[number] == start[number] ? parameter.start() : parameter.domain().at(Math.clamp(point[number], 0.0, 1.0));
        });
    }

    /// The point of a configuration, discrete values in the middle of their cells; `NaN` where a parameter is inactive or
    /// has a value that its domain does not know.
    public double[] point(Configuration configuration) {
        double[] point = new double[axes.size()];
        for (int i = 0; i < point.length; i++) {
            Axis axis = axes.get(i);
            Value value = configuration.values().get(axis.parameter().name());
            point[i] = value == null ? Double.NaN : axis.unit(value);
        }
        return point;
    }

    /// The point of all defaults, or middles where there is no default, of inactive parameters too.
    public double[] start() {
        return start.clone();
    }

    /// A point drawn evenly. One draw an axis.
    public double[] uniform(RandomGenerator random) {
        double[] point = new double[axes.size()];
        for (int i = 0; i < point.length; i++) {
            point[i] = random.nextDouble();
        }
        return point;
    }
}
