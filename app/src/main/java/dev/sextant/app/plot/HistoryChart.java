package dev.sextant.app.plot;

import dev.sextant.app.plot.Drawing.LegendItem;
import dev.sextant.app.plot.Mark.Paint;
import dev.sextant.app.plot.Mark.Shape;
import dev.sextant.app.results.BestSoFar;
import dev.sextant.app.results.Figures;
import dev.sextant.app.results.Results;
import dev.sextant.model.study.Objective;
import dev.sextant.model.trial.TrialState;
import dev.sextant.server.view.ValueAxis;
import java.util.ArrayList;
import java.util.List;

/// Every trial by its number, and the best so far as a line that never gets worse.
record HistoryChart(Results results, Objective objective, PlotSize size) {
    private static final int MOST_DOTS = 4000;
    private static final int MOST_STEPS = 1000;

    Scene scene() {
        if (!results.counts().containsKey(TrialState.COMPLETE)) {
            return new Drawing(size, "No trial is complete", results.spec().name() + ": " + Figures.count(results.trials().size(), "trial")).scene();
        }
        var dots = ShownDots.of(results, MOST_DOTS);
        var values = results.axis(objective);
        var drawing = new Drawing(size, "Best %s so far, %s".formatted(objective.metric(), Figures.count(results.trials().size(), "trial")),
                results.spec().name() + ": " + dots.note() + edge(values));
        var frame = new Frame(88, Drawing.HEAD + 24, size.width() - Drawing.MARGIN, size.height() - 56);
        var vertical = Axes.of(values);
        int last = results.trials().isEmpty() ? 1 : Math.max(1, results.trials().getLast().trial());
        var across = new NumberAxis(0, last, true);
        drawing.beside(frame, vertical, objective.metric());
        drawing.below(frame, across, "trial");
        for (var trial : dots.trials()) {
            drawing.sign(frame.point(across.at(trial.trial()), vertical.at(values.clamp(ShownDots.value(trial, objective)))),
                    results.isInfeasible(trial) ? Shape.RING : Shape.DOT, dots.radius(), new Paint(Colour.DOT, 0.6));
        }
        failures(drawing, frame, across);
        best(drawing, frame, across, vertical, values);
        legend(drawing);
        return drawing.scene();
    }

    private static String edge(ValueAxis values) {
        return values.outside() == 0 ? "" : "; %s far outside, drawn on the edge".formatted(Figures.count(values.outside(), "value"));
    }

    private void failures(Drawing drawing, Frame frame, Axis across) {
        results.trials().stream().filter(t -> t.state() == TrialState.FAILED).limit(MOST_DOTS).forEach(trial ->
                drawing.sign(frame.point(across.at(trial.trial()), 0), Shape.CROSS, 3.5, new Paint(Colour.FAILED, 0.8)));
    }

    private void best(Drawing drawing, Frame frame, Axis across, Axis vertical, ValueAxis values) {
        var steps = BestSoFar.of(results, objective).atMost(MOST_STEPS);
        var line = new ArrayList<Point>();
        for (var step : steps) {
            var point = frame.point(across.at(step.trial()), vertical.at(values.clamp(step.value())));
            if (!line.isEmpty()) {
                line.add(new Point(point.x(), line.getLast().y()));
            }
            line.add(point);
        }
        if (!line.isEmpty()) {
            line.add(new Point(frame.right(), line.getLast().y()));
        }
        drawing.line(line, 2.5, Paint.of(Colour.BEST));
    }

    private void legend(Drawing drawing) {
        var items = new ArrayList<>(List.of(LegendItem.line("best so far", Colour.BEST), LegendItem.sign("complete", Shape.DOT, Colour.DOT)));
        if (results.infeasible() > 0) {
            items.add(LegendItem.sign("breaks a limit", Shape.RING, Colour.DOT));
        }
        if (results.counts().containsKey(TrialState.FAILED)) {
            items.add(LegendItem.sign("failed", Shape.CROSS, Colour.FAILED));
        }
        drawing.legend(new Point(Drawing.MARGIN + 4, Drawing.HEAD), items);
    }
}
