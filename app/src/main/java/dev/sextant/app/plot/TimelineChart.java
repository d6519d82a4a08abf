package dev.sextant.app.plot;

import dev.sextant.app.plot.Drawing.LegendItem;
import dev.sextant.app.plot.Mark.Anchor;
import dev.sextant.app.plot.Mark.Font;
import dev.sextant.app.plot.Mark.Paint;
import dev.sextant.app.plot.Mark.Shape;
import dev.sextant.app.results.Figures;
import dev.sextant.app.results.Load;
import dev.sextant.app.results.Results;
import dev.sextant.app.results.Timeline;
import dev.sextant.model.trial.TrialState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Which trial ran when on which slot, and below how many ran at once. With many trials or slots only the latter.
record TimelineChart(Results results, PlotSize size) {
    private static final int MOST_BARS = 3000;
    private static final int MOST_SLOTS = 64;
    private static final int INTERVALS = 400;

    Scene scene() {
        var timeline = Timeline.of(results);
        if (timeline.isEmpty()) {
            return new Drawing(size, "No trial has run yet", results.spec().name()).scene();
        }
        var drawing = new Drawing(size, "%s busy %s of the time".formatted(Figures.count(timeline.slots(), "slot"), Figures.percent(timeline.utilisation())),
                "%s: %s in %s; slots are inferred from the times of each trial's latest attempt".formatted(
                        results.spec().name(), Figures.count(timeline.bars().size(), "trial"), Figures.duration(timeline.active())));
        var time = new TimeAxis(Math.max(1e-3, seconds(timeline.start(), timeline.end())));
        boolean detailed = timeline.bars().size() <= MOST_BARS && timeline.slots() <= MOST_SLOTS;
        double split = detailed ? size.height() * 0.68 : Drawing.HEAD + 8;
        if (detailed) {
            bars(drawing, new Frame(88, Drawing.HEAD + 20, size.width() - Drawing.MARGIN, split - 24), timeline, time);
        }
        load(drawing, new Frame(88, split, size.width() - Drawing.MARGIN, size.height() - 56), timeline, time);
        return drawing.scene();
    }

    private void bars(Drawing drawing, Frame frame, Timeline timeline, Axis time) {
        double height = frame.height() / timeline.slots();
        double gap = Math.min(2, height * 0.15);
        for (var bar : timeline.bars()) {
            double from = frame.x(time.at(seconds(timeline.start(), bar.start())));
            double to = frame.x(time.at(seconds(timeline.start(), bar.end())));
            drawing.add(new Mark.Box(new Point(from, frame.top() + bar.slot() * height + gap), Math.max(0.8, to - from - 0.6), height - 2 * gap,
                    new Paint(colour(bar.state()), 0.85)));
        }
        drawing.label(new Point(frame.left() - 8, frame.top() + height / 2 + 4), "slot 1", Font.TICK, Anchor.END);
        if (timeline.slots() > 1) {
            drawing.label(new Point(frame.left() - 8, frame.bottom() - height / 2 + 4), "slot " + timeline.slots(), Font.TICK, Anchor.END);
        }
        var states = timeline.bars().stream().map(Timeline.Bar::state).distinct().sorted().toList();
        drawing.legend(new Point(Drawing.MARGIN + 4, Drawing.HEAD), states.stream().map(s -> LegendItem.sign(s.word(), Shape.DOT, colour(s))).toList());
    }

    private static void load(Drawing drawing, Frame frame, Timeline timeline, Axis time) {
        var load = Load.of(timeline, INTERVALS);
        var running = new NumberAxis(0, timeline.slots(), true);
        drawing.beside(frame, running, "trials at once");
        drawing.below(frame, time, "time since " + Figures.moment(timeline.start()));
        var line = new ArrayList<Point>();
        for (int i = 0; i < load.running().size(); i++) {
            double level = running.at(load.running().get(i));
            var from = frame.point((double) i / INTERVALS, level);
            line.addAll(List.of(from, frame.point((i + 1.0) / INTERVALS, level)));
        }
        var area = new ArrayList<>(line);
        area.addAll(List.of(frame.point(1, 0), frame.point(0, 0)));
        drawing.add(new Mark.Area(area, new Paint(Colour.RUNNING, 0.22)));
        drawing.line(line, 1.5, Paint.of(Colour.RUNNING));
    }

    private static Colour colour(TrialState state) {
        return switch (state) {
            case COMPLETE -> Colour.DOT;
            case FAILED -> Colour.FAILED;
            case RUNNING -> Colour.RUNNING;
            case LOST -> Colour.LOST;
            case PRUNED, QUEUED, PAUSED, CANCELLED -> Colour.PRUNED;
        };
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toNanos() / 1e9;
    }
}
