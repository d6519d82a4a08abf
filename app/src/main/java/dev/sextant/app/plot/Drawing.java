package dev.sextant.app.plot;

import dev.sextant.app.plot.Mark.Anchor;
import dev.sextant.app.plot.Mark.Font;
import dev.sextant.app.plot.Mark.Paint;
import dev.sextant.app.plot.Mark.Shape;
import java.util.ArrayList;
import java.util.List;

/// A scene in the making.
final class Drawing {
    /// Distance of everything from the edge.
    static final double MARGIN = 24;
    /// Room for the title and the line under it.
    static final double HEAD = 76;

    private static final double LEAST_ROOM_OF_TICK = 50;
    private static final double GAP_OF_TICKS = 16;
    private static final double ROOM_OF_LEVEL = 42;

    private final PlotSize size;
    private final String title;
    private final List<Mark> marks = new ArrayList<>();

    Drawing(PlotSize size, String title, String subtitle) {
        this.size = size;
        this.title = title;
        double room = size.width() - 2 * MARGIN;
        label(new Point(MARGIN, 34), TextWidth.fit(title, Font.TITLE.size(), room), Font.TITLE, Anchor.START);
        label(new Point(MARGIN, 54), TextWidth.fit(subtitle, Font.SUBTITLE.size(), room), Font.SUBTITLE, Anchor.START);
    }

    Scene scene() {
        return new Scene(size, title, marks);
    }

    void add(Mark mark) {
        marks.add(mark);
    }

    void line(List<Point> points, double width, Paint paint) {
        if (points.size() > 1) {
            marks.add(new Mark.Line(points, width, paint));
        }
    }

    void sign(Point at, Shape shape, double radius, Paint paint) {
        marks.add(new Mark.Sign(at, shape, radius, paint));
    }

    void label(Point at, String text, Font font, Anchor anchor) {
        if (!text.isEmpty()) {
            marks.add(new Mark.Label(at, text, font, anchor));
        }
    }

    /// The axis below a frame, with its name under it.
    void below(Frame frame, Axis axis, String name) {
        line(List.of(frame.point(0, 0), frame.point(1, 0)), 1, Paint.of(Colour.LINE));
        var ticks = ticksBeside(axis, frame.width());
        double room = frame.width() / Math.max(1, ticks.size());
        for (var tick : ticks) {
            var foot = frame.point(tick.at(), 0);
            line(List.of(foot, new Point(foot.x(), foot.y() + 4)), 1, Paint.of(Colour.LINE));
            label(new Point(foot.x(), foot.y() + 18), TextWidth.fit(tick.label(), Font.TICK.size(), room), Font.TICK, Anchor.MIDDLE);
        }
        label(new Point((frame.left() + frame.right()) / 2, frame.bottom() + 37), TextWidth.fit(name, Font.TICK.size(), frame.width()), Font.TICK, Anchor.MIDDLE);
    }

    /// As many ticks as stand beside one another without touching.
    private static List<Tick> ticksBeside(Axis axis, double width) {
        var ticks = axis.ticks(2);
        for (int most = 2; most <= width / LEAST_ROOM_OF_TICK; most++) {
            var more = axis.ticks(most);
            double widest = more.stream().mapToDouble(tick -> TextWidth.of(tick.label(), Font.TICK.size())).max().orElse(0);
            if (more.size() > ticks.size() && more.size() * (widest + GAP_OF_TICKS) <= width) {
                ticks = more;
            }
        }
        return ticks;
    }

    /// The axis left of a frame, its lines across the frame, and its name upwards beside it.
    void beside(Frame frame, Axis axis, String name) {
        for (var tick : axis.ticks(Math.max(2, (int) (frame.height() / ROOM_OF_LEVEL)))) {
            line(List.of(frame.point(0, tick.at()), frame.point(1, tick.at())), 1, Paint.of(Colour.GRID));
            label(new Point(frame.left() - 8, frame.y(tick.at()) + 4), tick.label(), Font.TICK, Anchor.END);
        }
        if (!name.isEmpty()) {
            add(new Mark.Upright(new Point(MARGIN, (frame.top() + frame.bottom()) / 2), TextWidth.fit(name, Font.TICK.size(), frame.height()), Font.TICK));
        }
    }

    /// What signs mean, one after the other from a point to the right.
    void legend(Point start, List<LegendItem> items) {
        double x = start.x();
        for (var item : items) {
            var paint = Paint.of(item.colour());
            if (item.isLine()) {
                line(List.of(new Point(x - 4, start.y() - 4), new Point(x + 14, start.y() - 4)), 2.5, paint);
            } else {
                sign(new Point(x + 5, start.y() - 4), item.shape(), 4, paint);
            }
            label(new Point(x + 19, start.y()), item.text(), Font.TICK, Anchor.START);
            x += 19 + TextWidth.of(item.text(), Font.TICK.size()) + 18;
        }
    }

    /// One entry of a legend.
    record LegendItem(String text, Shape shape, boolean isLine, Colour colour) {
        static LegendItem line(String text, Colour colour) {
            return new LegendItem(text, Shape.DOT, true, colour);
        }

        static LegendItem sign(String text, Shape shape, Colour colour) {
            return new LegendItem(text, shape, false, colour);
        }
    }
}
