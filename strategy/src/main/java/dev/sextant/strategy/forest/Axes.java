package dev.sextant.strategy.forest;

import dev.sextant.model.space.Bool;
import dev.sextant.model.space.Choice;
import dev.sextant.model.space.Configuration;
import dev.sextant.model.space.Constant;
import dev.sextant.model.space.Discrete;
import dev.sextant.model.space.Domain;
import dev.sextant.model.space.Ordinal;
import dev.sextant.model.space.Parameter;
import dev.sextant.model.space.RealRange;
import dev.sextant.model.space.SearchSpace;
import dev.sextant.model.space.IntRange;
import dev.sextant.model.space.SteppedRange;
import dev.sextant.model.value.Value;
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
    private final List<Parameter> parameters;
    private final int[] levels;
    private final Map<String, Integer> numbered = new HashMap<>();

    public Axes(SearchSpace space) {
        this.space = space;
        this.parameters = space.parameters().stream().filter(parameter -> count(parameter.domain()) > 1).toList();
        this.levels = parameters.stream().mapToInt(parameter -> levels(parameter.domain())).toArray();
        parameters.forEach(parameter -> numbered.put(parameter.name(), numbered.size()));
    }

    private static double count(Domain domain) {
        return switch (domain) {
            case RealRange _ -> Double.POSITIVE_INFINITY;
            case Discrete discrete -> discrete.count();
        };
    }

    private static int levels(Domain domain) {
        return switch (domain) {
            case Choice choice -> choice.values().size();
            case Bool _ -> 2;
            case RealRange _, IntRange _, SteppedRange _, Ordinal _, Constant _ -> 0;
        };
    }

    /// The parameters, one an axis.
    public List<Parameter> parameters() {
        return parameters;
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
        Discrete domain = (Discrete) parameters.get(axis).domain();
        long index = domain.index(domain.at(number)) + steps;
        return index < 0 || index >= domain.count() ? number : domain.unit(domain.get(index));
    }

    /// Whether the values of an axis can be counted.
    boolean isDiscrete(int axis) {
        return parameters.get(axis).domain() instanceof Discrete;
    }

    /// Into how many cells of equal width an axis is cut: one a value, but of a line at most `most`.
    public int cells(int axis, int most) {
        return levels[axis] > 0 ? levels[axis] : (int) Math.min(most, count(parameters.get(axis).domain()));
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
            Parameter parameter = parameters.get(axis);
            Optional<Value> value = configuration.value(parameter.name()).flatMap(parameter.domain()::accept);
            row[axis] = value.isPresent() ? number(axis, value.get()) : Double.NaN;
        }
        return row;
    }

    private double number(int axis, Value value) {
        Domain domain = parameters.get(axis).domain();
        return levels[axis] > 0 ? ((Discrete) domain).index(value) : domain.unit(value);
    }

    /// The value that a number stands for on an axis.
    public Value value(int axis, double number) {
        Domain domain = parameters.get(axis).domain();
        return levels[axis] > 0 ? ((Discrete) domain).get((long) number) : domain.at(number);
    }

    /// The nearest number on an axis that stands for a value: the middle of a discrete value's cell.
    public double snap(int axis, double number) {
        Domain domain = parameters.get(axis).domain();
        return levels[axis] == 0 && domain instanceof Discrete ? domain.unit(domain.at(number)) : number;
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
