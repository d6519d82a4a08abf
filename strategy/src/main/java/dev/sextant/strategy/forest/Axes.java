package dev.sextant.strategy.forest;

import dev.sextant.model.space.Configuration;
import dev.sextant.model.space.Discrete;
import dev.sextant.model.space.Parameter;
import dev.sextant.model.space.SearchSpace;
import dev.sextant.model.value.Value;
import dev.sextant.strategy.cube.Axis;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// The parameters of a space that have more than one value, as the axes of rows of numbers.
///
/// The number of a *line*, whose values have an order, is its position in `[0, 1]` in the scale of its domain; the number
/// of a *nominal*, without an order, is an index. An inactive parameter is NaN. Immutable.
public final class Axes {
    private final SearchSpace space;
    private final List<Axis> axes;
    private final int[] levels;
    private final Map<String, Integer> numbered = new HashMap<>();

    public Axes(SearchSpace space) {
        this.space = space;
        this.axes = space.parameters().stream().map(Axis::new).filter(axis -> axis.count() > 1).toList();
        this.levels = axes.stream().mapToInt(axis -> axis.isNominal() ? Math.toIntExact(axis.count()) : 0).toArray();
        axes.forEach(axis -> numbered.put(axis.parameter().name(), numbered.size()));
    }

    /// The parameters, one an axis.
    public List<Parameter> parameters() {
        return axes.stream().map(Axis::parameter).toList();
    }

    public int width() {
        return levels.length;
    }

    /// How many values each nominal has; 0 for a line.
    public int[] levels() {
        return levels.clone();
    }

    /// The number of the value that is `steps` behind that of a line's number; the same where there is none.
    double beside(int axis, double number, int steps) {
        Discrete domain = (Discrete) axes.get(axis).parameter().domain();
        long index = domain.index(domain.at(number)) + steps;
        return index < 0 || index >= domain.count() ? number : domain.unit(domain.get(index));
    }

    /// Whether the values of an axis can be counted.
    boolean isDiscrete(int axis) {
        return !axes.get(axis).isReal();
    }

    /// Into how many cells of equal width an axis is cut: one a value, but of a line at most `most`.
    public int cells(int axis, int most) {
        return levels[axis] > 0 ? levels[axis] : (int) Math.min(most, axes.get(axis).count());
    }

    /// The cell of a number on an axis.
    public int cell(int axis, double number, int most) {
        int cells = cells(axis, most);
        return Math.clamp((int) Math.floor(levels[axis] > 0 ? number : number * cells), 0, cells - 1);
    }

    /// The row of a configuration; NaN also where a value does not fit its domain.
    public double[] row(Configuration configuration) {
        double[] row = new double[levels.length];
        for (int axis = 0; axis < row.length; axis++) {
            Parameter parameter = axes.get(axis).parameter();
            Optional<Value> value = configuration.value(parameter.name()).flatMap(parameter.domain()::accept);
            row[axis] = value.isPresent() ? axes.get(axis).number(value.get()) : Double.NaN;
        }
        return row;
    }

    /// The value that a number stands for on an axis.
    public Value value(int axis, double number) {
        return axes.get(axis).value(number);
    }

    /// The nearest number on an axis that stands for a value: the middle of a discrete value's cell.
    public double snap(int axis, double number) {
        return axes.get(axis).settled(number);
    }

    /// A uniform draw along an axis.
    public double draw(int axis, RandomGenerator random) {
        return levels[axis] > 0 ? random.nextInt(levels[axis]) : snap(axis, random.nextDouble());
    }

    /// A row of uniform draws, whether or not constraints allow it.
    public double[] draw(RandomGenerator random) {
        double[] row = new double[levels.length];
        Arrays.setAll(row, axis -> draw(axis, random));
        settle(row, random);
        return row;
    }

    /// Makes a row that of a configuration: what its other values make inactive becomes NaN, what they make active and
    /// was NaN is drawn.
    public void settle(double[] row, RandomGenerator random) {
        if (!space.isConditional()) {
            return;
        }
        boolean[] active = new boolean[row.length];
        space.configuration(parameter -> {
            Integer axis = numbered.get(parameter.name());
            if (axis == null) {
                return parameter.start();
            }
            active[axis] = true;
            if (Double.isNaN(row[axis])) {
                row[axis] = draw(axis, random);
            }
            return value(axis, row[axis]);
        });
        for (int axis = 0; axis < row.length; axis++) {
            row[axis] = active[axis] ? row[axis] : Double.NaN;
        }
    }

    /// The configuration of a row; an active parameter whose number is NaN takes its start.
    public Configuration configuration(double[] row) {
        return space.configuration(parameter -> {
            Integer axis = numbered.get(parameter.name());
            return axis == null || Double.isNaN(row[axis]) ? parameter.start() : value(axis, row[axis]);
        });
    }
}
