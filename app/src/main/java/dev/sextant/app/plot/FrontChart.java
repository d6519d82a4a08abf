package dev.sextant.app.plot;

import dev.sextant.app.plot.Drawing.LegendItem;
import dev.sextant.app.plot.Mark.Paint;
import dev.sextant.app.plot.Mark.Shape;
import dev.sextant.app.results.Figures;
import dev.sextant.app.results.Front;
import dev.sextant.app.results.Results;
import dev.sextant.model.study.Objective;
import dev.sextant.model.trial.TrialRecord;
import dev.sextant.server.view.ValueAxis;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The first two objectives against each other; the front as steps, for between two of its points the worse of both
/// is what can be had.
record FrontChart(Results results, PlotSize size) {
    private static final int MOST_DOTS = 4000;

    FrontChart {
        if (!results.hasSeveralObjectives()) {
            throw new IllegalArgumentException("""
                    Study '%s' has one objective, and a front needs at least two.
                    Try the plot 'history'.""".formatted(results.spec().name()));
        }
    }

    Scene scene() {
        var front = Front.of(results).trials();
        var dots = ShownDots.of(results, MOST_DOTS);
        var drawing = new Drawing(size, "The front: " + Figures.count(front.size(), "trial"), results.spec().name() + ": " + dots.note());
        var frame = new Frame(88, Drawing.HEAD + 24, size.width() - Drawing.MARGIN, size.height() - 56);
        var first = results.first();
        var second = results.spec().objectives().get(1);
        var place = new Place(frame, first, results.axis(first), second, results.axis(second));
        drawing.beside(frame, Axes.of(place.vertical), name(second));
        drawing.below(frame, Axes.of(place.across), name(first));
        dots.trials().forEach(trial -> drawing.sign(place.of(trial), results.isInfeasible(trial) ? Shape.RING : Shape.DOT,
                dots.radius(), new Paint(Colour.DOT, 0.55)));
        line(drawing, front.stream().map(place::of).sorted(Comparator.comparingDouble(Point::x)).toList(), first);
        drawing.legend(new Point(Drawing.MARGIN + 4, Drawing.HEAD), List.of(LegendItem.sign("front", Shape.DOT, Colour.BEST), LegendItem.sign("other trials", Shape.DOT, Colour.DOT)));
        return drawing.scene();
    }

    private static void line(Drawing drawing, List<Point> points, Objective first) {
        var steps = new ArrayList<Point>();
        for (var point : points) {
            if (!steps.isEmpty()) {
                var last = steps.getLast();
                steps.add(first.goal() == Objective.Goal.MAX ? new Point(last.x(), point.y()) : new Point(point.x(), last.y()));
            }
            steps.add(point);
        }
        drawing.line(steps, 1.6, Paint.of(Colour.BEST));
        points.forEach(point -> drawing.sign(point, Shape.DOT, 4, Paint.of(Colour.BEST)));
    }

    private static String name(Objective objective) {
        return objective.metric() + (objective.goal() == Objective.Goal.MAX ? " (more is better)" : " (less is better)");
    }

    private record Place(Frame frame, Objective first, ValueAxis across, Objective second, ValueAxis vertical) {
        Point of(TrialRecord trial) {
            return frame.point(Axes.of(across).at(across.clamp(ShownDots.value(trial, first))),
                    Axes.of(vertical).at(vertical.clamp(ShownDots.value(trial, second))));
        }
    }
}
