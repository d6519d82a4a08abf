package dev.sextant.strategy.cmaes;

import dev.sextant.model.space.Configuration;
import dev.sextant.strategy.cube.Hidden;

/// Where a trial lies, in terms of the distributions. They are found anew each time: a run looks at a trial once or twice, and there may
/// be a million that it never looks at.
///
/// @param hidden what a note adds to the configuration; empty for nothing
record Place(Layout layout, Configuration configuration, String hidden) {
    private double[] point() {
        return layout.cube().point(configuration);
    }

    /// Coordinates of the normal distribution; `NaN` where nothing is known of an inactive one.
    double[] lines() {
        double[] point = point();
        return layout.lines(hidden.isEmpty() ? point : Hidden.added(layout.cube(), point, hidden));
    }

    /// Whether each of them took part.
    boolean[] active() {
        double[] shown = layout.lines(point());
        boolean[] active = new boolean[shown.length];
        for (int i = 0; i < shown.length; i++) {
            active[i] = !Double.isNaN(shown[i]);
        }
        return active;
    }

    /// The indices of choices; −1 where inactive.
    int[] choices() {
        return layout.choices(point());
    }
}
