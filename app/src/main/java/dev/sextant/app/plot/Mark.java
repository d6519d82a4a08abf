package dev.sextant.app.plot;

import java.util.List;

/// One thing that is drawn.
sealed interface Mark {
    /// A line through points.
    record Line(List<Point> points, double width, Paint paint) implements Mark {}

    /// A sign at a point.
    ///
    /// @param radius half its width
    record Sign(Point at, Shape shape, double radius, Paint paint) implements Mark {}

    /// A filled area with these corners.
    record Area(List<Point> corners, Paint paint) implements Mark {}

    /// A filled rectangle.
    record Box(Point corner, double width, double height, Paint paint) implements Mark {}

    /// A line of text, at its base line.
    record Label(Point at, String text, Font font, Anchor anchor) implements Mark {}

    /// A text that runs upwards, centred on a point.
    record Upright(Point at, String text, Font font) implements Mark {}

    enum Shape { DOT, RING, CROSS }

    enum Anchor { START, MIDDLE, END }

    /// A colour that lets through what lies behind it.
    ///
    /// @param opacity in `(0, 1]`
    record Paint(Colour colour, double opacity) {
        static Paint of(Colour colour) {
            return new Paint(colour, 1);
        }
    }

    record Font(double size, boolean bold, Colour colour) {
        static final Font TITLE = new Font(18, true, Colour.INK);
        static final Font SUBTITLE = new Font(12.5, false, Colour.SOFT);
        static final Font HEAD = new Font(13, true, Colour.INK);
        static final Font TICK = new Font(11.5, false, Colour.SOFT);
    }
}
