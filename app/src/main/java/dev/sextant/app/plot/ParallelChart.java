package dev.sextant.app.plot;

import dev.sextant.app.plot.Mark.Anchor;
import dev.sextant.app.plot.Mark.Font;
import dev.sextant.app.plot.Mark.Paint;
import dev.sextant.app.results.Results;
import dev.sextant.model.space.Constant;
import dev.sextant.model.space.Parameter;
import dev.sextant.model.study.Objective;
import dev.sextant.model.trial.TrialRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;

/// One axis a parameter, the objectives last; one line a complete trial, stronger in colour the better it is. A line
/// runs below the axis of a parameter that is inactive, where no value can be read.
record ParallelChart(Results results, PlotSize size) {
    private static final int MOST_LINES = 600;
    private static final int ROOM_OF_AXIS = 70;
    private static final double BELOW = 26;

    private record Column(String name, Axis axis, Function<TrialRecord, OptionalDouble> value, Colour colour) {
        boolean isInactiveIn(TrialRecord trial) {
            return value.apply(trial).isEmpty();
        }

        Point place(Frame frame, double x, TrialRecord trial) {
            var shown = value.apply(trial);
            return shown.isPresent() ? frame.point(x, axis.at(shown.getAsDouble())) : below(frame, x);
        }

        static Point below(Frame frame, double x) {
            return new Point(frame.x(x), frame.bottom() + BELOW);
        }
    }

    Scene scene() {
        var dots = ShownDots.of(results, MOST_LINES);
        var columns = columns();
        var inactive = columns.stream().filter(c -> dots.trials().stream().anyMatch(c::isInactiveIn)).toList();
        var drawing = new Drawing(size, "Parameters together", results.spec().name() + ": " + dots.note()
                + "; the stronger the colour, the better the " + results.first().metric() + left(columns.size()));
        var frame = new Frame(Drawing.MARGIN + 24, Drawing.HEAD + 30, size.width() - Drawing.MARGIN - 50,
                size.height() - 30 - (inactive.isEmpty() ? 0 : BELOW));
        lines(drawing, frame, columns, dots);
        for (int i = 0; i < columns.size(); i++) {
            double x = (double) i / Math.max(1, columns.size() - 1);
            axis(drawing, frame, columns.get(i), x, frame.width() / columns.size());
            if (inactive.contains(columns.get(i))) {
                inactive(drawing, Column.below(frame, x));
            }
        }
        return drawing.scene();
    }

    private List<Column> columns() {
        var columns = new ArrayList<Column>();
        varying().stream().limit(most()).forEach(p -> columns.add(new Column(p.name(), Axes.of(p.domain()), trial -> number(p, trial), Colour.INK)));
        results.spec().objectives().forEach(o -> columns.add(objective(o)));
        return columns;
    }

    private List<Parameter> varying() {
        return results.spec().space().parameters().stream().filter(p -> !(p.domain() instanceof Constant)).toList();
    }

    private int most() {
        return Math.max(1, size.width() / ROOM_OF_AXIS - results.spec().objectives().size());
    }

    private String left(int columns) {
        int missing = varying().size() - (columns - results.spec().objectives().size());
        return missing == 0 ? "" : "; %d more parameters not shown".formatted(missing);
    }

    private Column objective(Objective objective) {
        var values = results.axis(objective);
        return new Column(objective.metric(), Axes.of(values),
                trial -> OptionalDouble.of(values.clamp(ShownDots.value(trial, objective))), Colour.BEST);
    }

    private static OptionalDouble number(Parameter parameter, TrialRecord trial) {
        return trial.configuration().value(parameter.name()).stream().mapToDouble(v -> Axes.number(parameter.domain(), v)).findFirst();
    }

    private void lines(Drawing drawing, Frame frame, List<Column> columns, ShownDots dots) {
        var best = columns.get(columns.size() - results.spec().objectives().size());
        boolean more = results.first().goal() == Objective.Goal.MAX;
        Function<TrialRecord, Double> goodness = trial -> {
            double at = best.axis.at(best.value.apply(trial).orElseThrow());
            return more ? at : 1 - at;
        };
        double opacity = dots.trials().size() > 200 ? 0.4 : dots.trials().size() > 60 ? 0.6 : 0.85;
        dots.trials().stream().sorted(Comparator.comparing(goodness)).forEach(trial -> {
            var points = new ArrayList<Point>();
            for (int i = 0; i < columns.size(); i++) {
                double x = (double) i / Math.max(1, columns.size() - 1);
                points.add(columns.get(i).place(frame, x, trial));
            }
            drawing.line(points, 1.2, new Paint(Colour.ramp(goodness.apply(trial)), opacity));
        });
    }

    private static void axis(Drawing drawing, Frame frame, Column column, double x, double room) {
        drawing.line(List.of(frame.point(x, 0), frame.point(x, 1)), 1.2, Paint.of(Colour.SOFT));
        var head = new Font(Font.HEAD.size(), true, column.colour);
        drawing.label(new Point(frame.x(x), frame.top() - 14), TextWidth.fit(column.name, head.size(), room - 4), head, Anchor.MIDDLE);
        for (var tick : column.axis.ticks(8)) {
            var place = frame.point(x, tick.at());
            var text = TextWidth.fit(tick.label(), Font.TICK.size(), room - 12);
            drawing.line(List.of(place, new Point(place.x() + 4, place.y())), 1, Paint.of(Colour.SOFT));
            beside(drawing, place, text, Colour.INK);
        }
    }

    /// The place below an axis through which the lines run whose trial does not have its parameter.
    private static void inactive(Drawing drawing, Point place) {
        drawing.sign(place, Mark.Shape.DOT, 2.5, Paint.of(Colour.SOFT));
        beside(drawing, place, "inactive", Colour.SOFT);
    }

    /// A text right of a place, legible over the lines behind it.
    private static void beside(Drawing drawing, Point place, String text, Colour colour) {
        drawing.add(new Mark.Box(new Point(place.x() + 4, place.y() - 7), TextWidth.of(text, Font.TICK.size()), 14, new Paint(Colour.PAPER, 0.85)));
        drawing.label(new Point(place.x() + 6, place.y() + 4), text, new Font(Font.TICK.size(), false, colour), Anchor.START);
    }
}
