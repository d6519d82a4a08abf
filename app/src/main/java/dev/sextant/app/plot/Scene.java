package dev.sextant.app.plot;

import java.util.List;

/// Marks on a white plane, drawn in this order.
///
/// @param title what is seen, for those who cannot see it
public record Scene(PlotSize size, String title, List<Mark> marks) {
    public Scene {
        marks = List.copyOf(marks);
    }
}
