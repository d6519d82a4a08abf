package dev.sextant.bench.quality;

import dev.sextant.bench.quality.Benchmark.Instance;
import dev.sextant.model.space.Choice;
import dev.sextant.model.space.Configuration;
import dev.sextant.model.space.Domain;
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
import java.util.stream.DoubleStream;

/// A table whose parameters are what the table has: each that was a range is one of its levels, so that no two configurations are
/// the same training. A whole number of which every value is a level stays as it is.
final class GridTable {
    /// What a level is called.
    enum Naming {
        /// By its number, from 0: a range of whole numbers.
        NUMBER {
            @Override
            Domain domain(double[] levels) {
                return IntRange.of(0, levels.length - 1L);
            }

            @Override
            double level(double[] levels, Value value) {
                return levels[(int) Numeric.number(value)];
            }
        },
        /// By itself: a choice, as people write a list.
        CHOICE {
            @Override
            Domain domain(double[] levels) {
                return new Choice(DoubleStream.of(levels).<Value>mapToObj(Value.Real::new).toList());
            }

            @Override
            double level(double[] levels, Value value) {
                return Numeric.number(value);
            }
        };

        abstract Domain domain(double[] levels);

        abstract double level(double[] levels, Value value);
    }

    private final Instance ranges;
    private final Naming naming;
    private final Map<String, double[]> levels = new HashMap<>();

    /// @param ranges the problem with ranges
    /// @param levels the levels of a parameter, ascending
    private GridTable(Instance ranges, Naming naming, Function<String, double[]> levels) {
        this.ranges = ranges;
        this.naming = naming;
        for (Parameter parameter : ranges.space().parameters()) {
            boolean numeric = parameter.domain() instanceof RealRange || parameter.domain() instanceof IntRange;
            if (numeric && !isComplete(parameter, levels.apply(parameter.name()))) {
                this.levels.put(parameter.name(), levels.apply(parameter.name()));
            }
        }
    }

    static Instance of(Instance ranges, Naming naming, Function<String, double[]> levels) {
        var grid = new GridTable(ranges, naming, levels);
        List<Parameter> named = ranges.space().parameters().stream().map(grid::named).toList();
        return new Instance(new SearchSpace(named, List.of(), 1), c -> ranges.loss(grid.leveled(c)), ranges.least());
    }

    private static boolean isComplete(Parameter parameter, double[] levels) {
        return parameter.domain() instanceof IntRange range && range.high() - range.low() + 1 == levels.length;
    }

    private Parameter named(Parameter parameter) {
        return Optional.ofNullable(levels.get(parameter.name()))
                .map(found -> new Parameter(parameter.name(), naming.domain(found), Optional.empty(), parameter.condition()))
                .orElse(parameter);
    }

    private Configuration leveled(Configuration named) {
        return ranges.space().configuration(parameter -> named.value(parameter.name())
                .map(value -> leveled(parameter, value)).orElseGet(parameter::start));
    }

    private Value leveled(Parameter parameter, Value value) {
        double[] found = levels.get(parameter.name());
        if (found == null) {
            return value;
        }
        double level = naming.level(found, value);
        return parameter.domain() instanceof IntRange ? new Value.Int(Math.round(level)) : new Value.Real(level);
    }
}
