package dev.sextant.app.plot;

/// The rectangle between a horizontal and a vertical axis.
record Frame(double left, double top, double right, double bottom) {
    double width() {
        return right - left;
    }

    double height() {
        return bottom - top;
    }

    /// Where on the plane a horizontal place lies.
    double x(double along) {
        return left + along * width();
    }

    /// Where on the plane a vertical place lies; 0 is at the bottom.
    double y(double along) {
        return bottom - along * height();
    }

    Point point(double alongX, double alongY) {
        return new Point(x(alongX), y(alongY));
    }
}
