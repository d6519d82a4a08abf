package dev.sextant.app.plot;

import dev.sextant.app.results.Figures;
import java.util.ArrayList;
import java.util.List;

/// Numbers, evenly spaced.
///
/// @param low less than `high`
/// @param whole whether only whole numbers are named
record NumberAxis(double low, double high, boolean whole) implements Axis {
    private static final double SLACK = 1e-9;

    static NumberAxis of(double low, double high) {
        return new NumberAxis(low, high, false);
    }

    @Override
    public double at(double value) {
        return (value / 2 - low / 2) / (high / 2 - low / 2);
    }

    @Override
    public List<Tick> ticks(int most) {
        double step = NiceStep.of(high - low, most);
        if (whole) {
            step = Math.max(1, Math.rint(step));
        }
        var ticks = new ArrayList<Tick>();
        for (long k = (long) Math.ceil(low / step - 1e-9); k * step <= high + step * 1e-9; k++) {
            add(ticks, k * step);
        }
        return ticks;
    }

    /// On an axis that is hardly longer than the rounding of its numbers, a multiple of the step may lie off its end.
    private void add(List<Tick> ticks, double value) {
        double at = at(value);
        if (at >= -SLACK && at <= 1 + SLACK) {
            ticks.add(new Tick(at, Figures.number(value)));
        }
    }
}
