package dev.sextant.app.plot;

/// A place on the plane: right of and below the upper left corner.
record Point(double x, double y) {}
