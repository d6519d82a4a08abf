package dev.sextant.library;

import dev.sextant.model.space.Configuration;
import dev.sextant.model.space.Discrete;
import dev.sextant.model.space.SearchSpace;
import dev.sextant.model.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// One configuration, as the function sees it.
public final class Point {
    private final int trial;
    private final SearchSpace space;
    private final Configuration configuration;
    private final Reports reports;
    private final SequencedMap<String, Double> figures = new LinkedHashMap<>();

    /// Where reports of a running trial go.
    @FunctionalInterface
    interface Reports {
        boolean goesOn(long step, double value);
    }

    Point(int trial, SearchSpace space, Configuration configuration, Reports reports) {
        this.trial = trial;
        this.space = space;
        this.configuration = configuration;
        this.reports = reports;
    }

    /// The number of the trial, from 0.
    public int trial() {
        return trial;
    }

    /// The value of a number, whole or real.
    ///
    /// @throws IllegalArgumentException if there is no such parameter here, or it is no number
    public double real(String parameter) {
        return Discrete.number(value(parameter));
    }

    /// The value of a whole number.
    ///
    /// @throws IllegalArgumentException if there is no such parameter here, or it is no whole number
    public int integer(String parameter) {
        return Math.toIntExact(Discrete.whole(value(parameter)).orElseThrow(() -> new IllegalArgumentException(
                "Parameter '%s' is %s, which is no whole number.".formatted(parameter, text(parameter)))));
    }

    /// The value as text.
    ///
    /// @throws IllegalArgumentException if there is no such parameter here
    public String text(String parameter) {
        return value(parameter).text();
    }

    /// The value of a switch.
    ///
    /// @throws IllegalArgumentException if there is no such parameter here, or it is no switch
    public boolean flag(String parameter) {
        if (value(parameter) instanceof Value.Flag(boolean on)) {
            return on;
        }
        throw new IllegalArgumentException("Parameter '%s' is %s, which is no switch.".formatted(parameter, text(parameter)));
    }

    /// Whether a parameter has a value here, that is, whether its condition holds.
    public boolean isActive(String parameter) {
        return configuration.value(parameter).isPresent();
    }

    /// The elements of a list, each with the values of its own parameters by their bare names: `p.list("layer").get(0).real("units")`.
    ///
    /// @throws IllegalArgumentException if there is no such list here
    public List<Point> list(String name) {
        var list = space.lists().stream().filter(l -> l.name().equals(name)).findFirst();
        return list.flatMap(l -> l.elements(configuration.values())).orElseThrow(() -> new IllegalArgumentException(
                "There is no list '%s' here; there are: %s.".formatted(name, configuration)))
                .stream().map(element -> new Point(trial, space, new Configuration(element), reports)).toList();
    }

    public Configuration configuration() {
        return configuration;
    }

    /// Records a figure beside the value, one that has a limit or is of interest only; the last one of a name counts.
    public void record(String metric, double figure) {
        figures.put(metric, figure);
    }

    SequencedMap<String, Double> figures() {
        return figures;
    }

    /// Reports the value reached so far.
    ///
    /// @return whether to go on; if not, the function should return what it has
    public boolean report(long step, double value) {
        return reports.goesOn(step, value);
    }

    private Value value(String parameter) {
        return configuration.value(parameter).orElseThrow(() -> new IllegalArgumentException(
                "Parameter '%s' has no value here; there are: %s.".formatted(parameter, configuration)));
    }
}
