package dev.sextant.app.plot;

import java.util.List;

/// Where values lie along a line, and which of them are named.
sealed interface Axis permits NumberAxis, LogAxis, CategoryAxis, TimeAxis {
    /// How far along a value lies: 0 at the start, 1 at the end, beyond these outside.
    double at(double value);

    /// Ticks within the axis, by rising place.
    ///
    /// @param most how many there is room for, at least 2
    List<Tick> ticks(int most);
}
