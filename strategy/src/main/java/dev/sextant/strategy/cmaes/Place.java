package dev.sextant.strategy.cmaes;

import dev.sextant.model.space.Configuration;
import dev.sextant.strategy.cube.Hidden;

/// Where a trial lies, in terms of the distributions.
final class Place {
    private final double[] lines;
    private final boolean[] active;
    private final int[] choices;

    Place(double[] lines, boolean[] active, int[] choices) {
        this.lines = lines;
        this.active = active;
        this.choices = choices;
    }

    /// Coordinates of the normal distribution; `NaN` where nothing is known of an inactive one.
    double[] lines() {
        return lines;
    }

    /// Whether each of them took part.
    boolean[] active() {
        return active;
    }

    /// The indices of choices; −1 where inactive.
    int[] choices() {
        return choices;
    }

    /// The place of a configuration, with what a note adds to it.
    static Place of(Layout layout, Configuration configuration, String hidden) {
        double[] point = layout.cube().point(configuration);
        double[] shown = layout.lines(point);
        boolean[] active = new boolean[shown.length];
        for (int i = 0; i < shown.length; i++) {
            active[i] = !Double.isNaN(shown[i]);
        }
        double[] lines = hidden.isEmpty() ? shown : layout.lines(Hidden.added(layout.cube(), point, hidden));
        return new Place(lines, active, layout.choices(point));
    }
}
