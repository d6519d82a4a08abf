package dev.sextant.bench.quality;

import dev.sextant.bench.quality.Benchmark.Instance;
import dev.sextant.model.space.Configuration;
import dev.sextant.model.space.IntRange;
import dev.sextant.model.space.Parameter;
import dev.sextant.model.space.RealRange;
import dev.sextant.model.space.SearchSpace;
import dev.sextant.model.value.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// A table whose parameters are what the table has: each that was a range is the number of one of its levels, from 0. So no two
/// configurations are the same training. A whole number of which every value is a level stays as it is.
final class GridTable {
    private final Instance ranges;
    private final Map<String, double[]> levels = new HashMap<>();

    /// @param ranges the problem with ranges
    /// @param levels the levels of a parameter, ascending
    private GridTable(Instance ranges, Function<String, double[]> levels) {
        this.ranges = ranges;
        for (Parameter parameter : ranges.space().parameters()) {
            boolean numeric = parameter.domain() instanceof RealRange || parameter.domain() instanceof IntRange;
            if (numeric && !isComplete(parameter, levels.apply(parameter.name()))) {
                this.levels.put(parameter.name(), levels.apply(parameter.name()));
            }
        }
    }

    static Instance of(Instance ranges, Function<String, double[]> levels) {
        var grid = new GridTable(ranges, levels);
        List<Parameter> numbered = ranges.space().parameters().stream().map(grid::numbered).toList();
        return new Instance(new SearchSpace(numbered, List.of(), 1), c -> ranges.loss(grid.leveled(c)), ranges.least());
    }

    private static boolean isComplete(Parameter parameter, double[] levels) {
        return parameter.domain() instanceof IntRange range && range.high() - range.low() + 1 == levels.length;
    }

    private Parameter numbered(Parameter parameter) {
        return Optional.ofNullable(levels.get(parameter.name()))
                .map(found -> new Parameter(parameter.name(), IntRange.of(0, found.length - 1L), Optional.empty(), parameter.condition()))
                .orElse(parameter);
    }

    private Configuration leveled(Configuration numbered) {
        return ranges.space().configuration(parameter -> numbered.value(parameter.name())
                .map(value -> leveled(parameter, value)).orElseGet(parameter::start));
    }

    private Value leveled(Parameter parameter, Value value) {
        double[] found = levels.get(parameter.name());
        if (found == null) {
            return value;
        }
        double level = found[(int) Numeric.number(value)];
        return parameter.domain() instanceof IntRange ? new Value.Int(Math.round(level)) : new Value.Real(level);
    }
}
