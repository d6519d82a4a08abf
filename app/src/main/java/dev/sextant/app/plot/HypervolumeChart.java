package dev.sextant.app.plot;

import dev.sextant.app.plot.Mark.Paint;
import dev.sextant.app.results.Figures;
import dev.sextant.app.results.HypervolumeHistory;
import dev.sextant.app.results.Results;
import java.util.ArrayList;
import java.util.Locale;

/// How much the front has come to dominate, trial by trial; see [HypervolumeHistory] for the reference.
record HypervolumeChart(Results results, PlotSize size) {
    private static final int MOST_STEPS = 1000;

    HypervolumeChart {
        if (!results.hasSeveralObjectives()) {
            throw new IllegalArgumentException("""
                    Study '%s' has one objective, and hypervolume needs at least two.
                    Try the plot 'history'.""".formatted(results.spec().name()));
        }
    }

    Scene scene() {
        var history = HypervolumeHistory.of(results);
        var steps = history.atMost(MOST_STEPS);
        if (steps.isEmpty()) {
            return new Drawing(size, "No trial is complete", results.spec().name() + ": " + Figures.count(results.trials().size(), "trial")).scene();
        }
        var drawing = new Drawing(size, String.format(Locale.ROOT, "Hypervolume: %.3f after %s", steps.getLast().value(),
                Figures.count(results.trials().size(), "trial")), caption(history));
        var frame = new Frame(88, Drawing.HEAD + 24, size.width() - Drawing.MARGIN, size.height() - 56);
        var vertical = new NumberAxis(0, 1, false);
        var across = new NumberAxis(0, Math.max(1, results.trials().getLast().trial()), true);
        drawing.beside(frame, vertical, "hypervolume");
        drawing.below(frame, across, "trial");
        var line = new ArrayList<Point>();
        line.add(frame.point(across.at(steps.getFirst().trial()), 0));
        for (var step : steps) {
            var point = frame.point(across.at(step.trial()), vertical.at(step.value()));
            line.add(new Point(point.x(), line.getLast().y()));
            line.add(point);
        }
        line.add(new Point(frame.right(), line.getLast().y()));
        drawing.line(line, 2.5, Paint.of(Colour.BEST));
        return drawing.scene();
    }

    private String caption(HypervolumeHistory history) {
        return "%s: share of the box from the best values to %s%s".formatted(results.spec().name(),
                history.referenceText(results.spec().objectives()), history.exact() ? "" : "; a lower bound");
    }
}
