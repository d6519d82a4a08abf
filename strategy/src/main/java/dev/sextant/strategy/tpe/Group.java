package dev.sextant.strategy.tpe;

import dev.sextant.model.space.Configuration;
import dev.sextant.model.space.Constant;
import dev.sextant.model.space.Discrete;
import dev.sextant.model.space.IntRange;
import dev.sextant.model.space.Parameter;
import dev.sextant.model.space.Scale;
import dev.sextant.model.space.SearchSpace;
import dev.sextant.model.value.Value;
import dev.sextant.strategy.cube.Axis;
import dev.sextant.strategy.search.Priors;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Parameters that are always active together, because they share one condition, as the axes of a row of numbers.
///
/// First come the *lines*, whose values have an order: their numbers are positions in `[0, 1]` in the scale of the
/// domain. Then the *nominals*, without an order: their numbers are indices. Constants have no axis. Immutable.
final class Group {
    private final List<Axis> axes;
    private final int lines;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Priors priors;

    private Group(List<Parameter> parameters, Priors priors) {
        this.priors = priors;
        this.axes = parameters.stream().filter(parameter -> !(parameter.domain() instanceof Constant)).map(Axis::new)
                .sorted(Comparator.comparing(Axis::isNominal)).toList();
        this.lines = (int) axes.stream().filter(axis -> !axis.isNominal()).count();
        axes.forEach(axis -> numbers.put(axis.parameter().name(), numbers.size()));
    }

    /// The groups of a space, in the order of their first parameters; groups of constants alone are left out.
    static List<Group> of(SearchSpace space) {
        var priors = Priors.of(space);
        Map<Optional<String>, List<Parameter>> byCondition = new LinkedHashMap<>();
        for (Parameter parameter : space.parameters()) {
            byCondition.computeIfAbsent(parameter.condition(), _ -> new ArrayList<>()).add(parameter);
        }
        return byCondition.values().stream().map(all -> new Group(all, priors)).filter(group -> group.width() > 0).toList();
    }

    int lines() {
        return lines;
    }

    int nominals() {
        return axes.size() - lines;
    }

    int width() {
        return axes.size();
    }

    /// How many values a nominal has.
    int choices(int nominal) {
        return Math.toIntExact(axes.get(lines + nominal).count());
    }

    boolean has(Parameter parameter) {
        return numbers.containsKey(parameter.name());
    }

    /// The value that a row holds for a parameter of this group.
    Value value(Parameter parameter, double[] row) {
        int axis = numbers.getOrDefault(parameter.name(), -1);
        return axes.get(axis).value(row[axis]);
    }

    /// The row of a configuration; empty if the group is inactive there, or a value does not fit its domain.
    Optional<double[]> row(Configuration configuration) {
        double[] row = new double[width()];
        for (int axis = 0; axis < row.length; axis++) {
            Parameter parameter = parameter(axis);
            Optional<Value> value = configuration.value(parameter.name()).flatMap(parameter.domain()::accept);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            row[axis] = axes.get(axis).number(value.get());
        }
        return Optional.of(row);
    }

    /// The logarithm of how likely the user believes a row to be, relative to an even density.
    double logBelief(double[] row) {
        double log = 0;
        for (int axis = 0; axis < row.length && !priors.isFlat(); axis++) {
            log += priors.logDensity(parameter(axis), axes.get(axis).unitOf(row[axis]));
        }
        return log;
    }

    private Parameter parameter(int axis) {
        return axes.get(axis).parameter();
    }

    /// Whether the user believes anything about an axis.
    boolean isBelieved(int axis) {
        return priors.knows(parameter(axis));
    }

    /// A draw of what the user believes about an axis, evenly if he believes nothing.
    double believed(int axis, RandomGenerator random) {
        return axes.get(axis).numberAt(priors.place(parameter(axis), random.nextDouble()));
    }

    /// Moves the positions of discrete lines to the middles of their cells.
    void snap(double[] row) {
        for (int line = 0; line < lines; line++) {
            row[line] = axes.get(line).snap(row[line]);
        }
    }

    /// The width of the cell around a position of a line; 0 if the line is continuous.
    double cell(int line, double position) {
        return switch (parameter(line).domain()) {
            case IntRange range when range.scale() == Scale.LOG -> logCell(range, position);
            case Discrete discrete -> 1.0 / discrete.count();
            default -> 0;
        };
    }

    private static double logCell(IntRange range, double position) {
        double length = Math.log((range.high() + 0.5) / (range.low() - 0.5));
        double value = (range.low() - 0.5) * Math.exp(position * length);
        return Math.log((value + 0.5) / Math.max(value - 0.5, 0.25)) / length;
    }
}
