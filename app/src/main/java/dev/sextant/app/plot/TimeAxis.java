package dev.sextant.app.plot;

import dev.sextant.app.results.Figures;
import java.util.ArrayList;
import java.util.List;

/// Seconds since a start, named in the unit that suits their length.
///
/// @param seconds above 0
record TimeAxis(double seconds) implements Axis {
    private record Unit(double seconds, String name) {}

    private static final List<Unit> UNITS = List.of(new Unit(86_400, "d"), new Unit(3600, "h"), new Unit(60, "min"), new Unit(1, "s"), new Unit(1e-3, "ms"));
    private static final double[] STEPS = {1, 2, 5, 10, 15, 20, 30};

    @Override
    public double at(double value) {
        return value / seconds;
    }

    @Override
    public List<Tick> ticks(int most) {
        var unit = UNITS.stream().filter(u -> seconds >= 2 * u.seconds).findFirst().orElse(UNITS.getLast());
        double step = step(seconds / unit.seconds / most) * unit.seconds;
        var ticks = new ArrayList<Tick>();
        for (int k = 0; k * step <= seconds * (1 + 1e-9); k++) {
            ticks.add(new Tick(at(k * step), k == 0 ? "0" : Figures.number(k * step / unit.seconds) + " " + unit.name));
        }
        return ticks;
    }

    private static double step(double least) {
        for (double step : STEPS) {
            if (step >= least) {
                return step;
            }
        }
        return NiceStep.of(least, 1);
    }
}
