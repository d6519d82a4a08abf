package dev.sextant.bench.quality;

import dev.sextant.bench.quality.Benchmark.Instance;
import dev.sextant.model.space.Configuration;
import dev.sextant.model.space.IntRange;
import dev.sextant.model.space.Parameter;
import dev.sextant.model.space.RealRange;
import dev.sextant.model.space.Scale;
import dev.sextant.model.space.SearchSpace;
import dev.sextant.model.value.Value;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/// Recorded trainings on a grid, made by `bench/peers/tables.py`. A configuration has the figures of the nearest point of
/// the grid, near in the scale of each parameter; so real parameters see steps.
final class TrainingTable {
    private final List<String> header;
    private final Map<String, List<String>> rows = new HashMap<>();
    private final Map<String, double[]> levels = new HashMap<>();

    private TrainingTable(List<List<String>> lines) {
        header = lines.getFirst();
        int parameters = (int) header.stream().filter(c -> !isFigure(c)).count();
        for (var line : lines.subList(1, lines.size())) {
            rows.put(String.join(",", line.subList(0, parameters)), line);
        }
        for (int i = 0; i < parameters; i++) {
            levels.put(header.get(i), numbers(lines.subList(1, lines.size()), i));
        }
    }

    private static boolean isFigure(String column) {
        return column.startsWith("error") || column.startsWith("logloss") || column.startsWith("rmse");
    }

    private static double[] numbers(List<List<String>> lines, int column) {
        var found = new TreeSet<Double>();
        for (var line : lines) {
            if (Value.of(line.get(column)) instanceof Value.Real(double number)) {
                found.add(number);
            } else if (Value.of(line.get(column)) instanceof Value.Int(long number)) {
                found.add((double) number);
            }
        }
        return found.stream().mapToDouble(x -> x).toArray();
    }

    /// The table of a name.
    static TrainingTable read(String name) {
        var resource = Objects.requireNonNull(TrainingTable.class.getResourceAsStream(name + ".csv.gz"), name);
        try (var reader = new BufferedReader(new InputStreamReader(new GZIPInputStream(resource), StandardCharsets.UTF_8))) {
            return new TrainingTable(reader.lines().map(l -> List.of(l.split(",", -1))).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The checkpoints at which a figure was recorded, ascending; empty if it was only at the end.
    long[] checkpoints(String figure) {
        return header.stream().filter(c -> c.startsWith(figure + "@"))
                .mapToLong(c -> Long.parseLong(c.substring(figure.length() + 1))).toArray();
    }

    /// The problem of finding the least of a figure.
    ///
    /// @param column of the table: `error`, or `error@27`
    Instance instance(SearchSpace space, String column) {
        return new Instance(space, c -> figure(space, c, column), least(List.of(column)));
    }

    /// The same problem with levels in place of ranges.
    ///
    /// @param figure of which a parameter that is no column says at which checkpoint it is taken
    Instance grid(Instance ranges, String figure, GridTable.Naming naming) {
        return GridTable.of(ranges, naming, name -> Optional.ofNullable(levels.get(name))
                .orElseGet(() -> Arrays.stream(checkpoints(figure)).asDoubleStream().toArray()));
    }

    /// As [#instance(SearchSpace, String)], of a figure with checkpoints, of which the last is taken.
    Instance full(SearchSpace space, String figure) {
        return instance(space, figure + "@" + Arrays.stream(checkpoints(figure)).max().orElseThrow());
    }

    /// As [#instance(SearchSpace, String)], of a figure with checkpoints, where one more parameter says which is taken.
    Instance instance(SearchSpace space, String figure, String checkpoint) {
        long[] steps = checkpoints(figure);
        var columns = Arrays.stream(steps).mapToObj(s -> figure + "@" + s).toList();
        double[] points = Arrays.stream(steps).asDoubleStream().toArray();
        return new Instance(space, c -> figure(space, c, figure + "@" + nearest(space.parameter(checkpoint), c, points)), least(columns));
    }

    /// The problem of finding the least of a figure at any of its checkpoints, which are the steps of a training.
    Instance curves(SearchSpace space, String figure) {
        var steps = Arrays.stream(checkpoints(figure)).boxed().toList();
        return new Instance(space, (c, step) -> figure(space, c, figure + "@" + step),
                least(steps.stream().map(s -> figure + "@" + s).toList()), steps, Optional.empty());
    }

    private double least(List<String> columns) {
        return columns.stream().mapToInt(header::indexOf).mapToObj(i -> rows.values().stream().map(r -> Double.parseDouble(r.get(i))))
                .flatMap(s -> s).min(Double::compare).orElseThrow();
    }

    /// A recorded figure of the nearest row.
    double figure(SearchSpace space, Configuration configuration, String column) {
        var row = rows.get(key(space, configuration));
        if (row == null) {
            throw new IllegalStateException("The table has no row '%s' for %s.".formatted(key(space, configuration), configuration));
        }
        return Double.parseDouble(row.get(header.indexOf(column)));
    }

    private String key(SearchSpace space, Configuration configuration) {
        var cells = new ArrayList<String>();
        for (var name : header) {
            if (!isFigure(name)) {
                cells.add(configuration.value(name).map(v -> levels(name).length == 0 ? v.text()
                        : nearest(space.parameter(name), configuration, levels(name))).orElse(""));
            }
        }
        return cells.stream().collect(Collectors.joining(","));
    }

    private double[] levels(String name) {
        return Objects.requireNonNull(levels.get(name), name);
    }

    /// The level nearest to a parameter's value, as it is written in the table.
    private static String nearest(Parameter parameter, Configuration configuration, double[] levels) {
        boolean log = switch (parameter.domain()) {
            case RealRange range -> range.scale() == Scale.LOG;
            case IntRange range -> range.scale() == Scale.LOG;
            default -> false;
        };
        double value = Numeric.number(configuration.value(parameter.name()).orElseThrow());
        double nearest = levels[0];
        for (double level : levels) {
            nearest = distance(level, value, log) < distance(nearest, value, log) ? level : nearest;
        }
        return written(nearest);
    }

    private static double distance(double level, double value, boolean log) {
        return log ? Math.abs(Math.log(level / value)) : Math.abs(level - value);
    }

    /// As `%.5g` of C prints it.
    private static String written(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : new Value.Real(number).text();
    }
}
