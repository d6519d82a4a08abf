package dev.sextant.app.plot;

import dev.sextant.app.plot.Mark.Anchor;
import dev.sextant.app.plot.Mark.Font;
import dev.sextant.app.plot.Mark.Paint;
import dev.sextant.app.plot.Mark.Shape;
import dev.sextant.app.results.Results;
import dev.sextant.app.results.StudyModel;
import dev.sextant.model.space.Constant;
import dev.sextant.model.space.Parameter;
import dev.sextant.model.trial.TrialRecord;
import dev.sextant.server.view.ValueAxis;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One small chart a parameter: its values against the first objective, later trials in stronger colours.
record SliceChart(Results results, PlotSize size) {
    private static final int MOST_DOTS = 1200;
    private static final int LEAST_WIDTH = 210;
    private static final int LEAST_HEIGHT = 120;
    private static final double GAP = 34;
    private static final int MOST_SPOTS = 48;

    Scene scene() {
        var varying = results.spec().space().parameters().stream().filter(p -> !(p.domain() instanceof Constant)).toList();
        int columns = Math.clamp((long) Math.ceil(Math.sqrt(varying.size())), 1, Math.max(1, size.width() / LEAST_WIDTH));
        int most = columns * Math.max(1, (int) ((size.height() - Drawing.HEAD) / LEAST_HEIGHT));
        var shown = varying.subList(0, Math.min(most, varying.size()));
        var dots = ShownDots.of(results, MOST_DOTS);
        var left = shown.size() == varying.size() ? "" : "; %d more parameters not shown".formatted(varying.size() - shown.size());
        var drawing = new Drawing(size, results.first().metric() + " against each parameter",
                results.spec().name() + ": " + dots.note() + "; the stronger, the later; ring: the best; line and band: a model, with all others as in the best" + left);
        var model = StudyModel.of(results);
        int rows = Math.max(1, Math.ceilDiv(shown.size(), columns));
        double width = (size.width() - 2 * Drawing.MARGIN) / columns;
        double height = (size.height() - Drawing.HEAD - 8) / rows;
        for (int i = 0; i < shown.size(); i++) {
            double x = Drawing.MARGIN + i % columns * width;
            double y = Drawing.HEAD + Math.floorDiv(i, columns) * height;
            var frame = new Frame(x + GAP + 8, y + 26, x + width - 12, y + height - 26);
            slice(drawing, frame, shown.get(i), dots);
            curve(drawing, frame, shown.get(i), model);
        }
        return drawing.scene();
    }

    private void slice(Drawing drawing, Frame frame, Parameter parameter, ShownDots dots) {
        var values = results.axis(results.first());
        var vertical = Axes.of(values);
        var across = Axes.of(parameter.domain());
        drawing.label(new Point(frame.left(), frame.top() - 6), TextWidth.fit(parameter.name(), Font.HEAD.size(), frame.width()), Font.HEAD, Anchor.START);
        drawing.beside(frame, vertical, "");
        drawing.below(frame, across, "");
        int last = Math.max(1, results.trials().isEmpty() ? 1 : results.trials().getLast().trial());
        for (var trial : dots.trials()) {
            place(frame, across, vertical, values, parameter, trial).ifPresent(point ->
                    drawing.sign(point, Shape.DOT, Math.min(3, dots.radius()), new Paint(Colour.ramp((double) trial.trial() / last), 0.75)));
        }
        results.best(results.first()).flatMap(best -> place(frame, across, vertical, values, parameter, best))
                .ifPresent(point -> drawing.sign(point, Shape.RING, 5.5, Paint.of(Colour.BEST)));
    }

    /// What a model expects, and one standard deviation to both sides.
    private void curve(Drawing drawing, Frame frame, Parameter parameter, Optional<StudyModel> model) {
        var across = Axes.of(parameter.domain());
        var spots = model.map(known -> known.slice(parameter, MOST_SPOTS)).orElse(List.of());
        var middle = new ArrayList<Point>();
        var band = new ArrayDeque<Point>();
        for (var spot : spots) {
            double x = across.at(Axes.number(parameter.domain(), spot.value()));
            double loss = spot.expected().loss();
            middle.add(level(frame, x, loss));
            band.addFirst(level(frame, x, loss - spot.expected().deviation()));
            band.addLast(level(frame, x, loss + spot.expected().deviation()));
        }
        if (spots.size() > 1) {
            drawing.add(new Mark.Area(List.copyOf(band), new Paint(Colour.RUNNING, 0.12)));
            drawing.line(middle, 1.6, Paint.of(Colour.RUNNING));
        }
    }

    private Point level(Frame frame, double x, double loss) {
        var values = results.axis(results.first());
        return frame.point(x, Axes.of(values).at(values.clamp(results.first().value(loss))));
    }

    private Optional<Point> place(Frame frame, Axis across, Axis vertical, ValueAxis values, Parameter parameter, TrialRecord trial) {
        double y = vertical.at(values.clamp(ShownDots.value(trial, results.first())));
        return trial.configuration().value(parameter.name())
                .map(value -> frame.point(across.at(Axes.number(parameter.domain(), value) + spread(across, trial)), y));
    }

    /// Values of a category lie side by side, each trial at its own place, so that they do not hide one another.
    private static double spread(Axis across, TrialRecord trial) {
        double golden = trial.trial() * 0.6180339887498949;
        return across instanceof CategoryAxis ? (golden - Math.floor(golden) - 0.5) * 0.5 : 0;
    }
}
