package dev.sextant.app.plot;

import dev.sextant.app.results.Figures;
import java.util.ArrayList;
import java.util.List;

/// Positive numbers, evenly spaced in their logarithm. Decades are named; where they are few, their doubles and fives
/// too; where even those are few, the ends.
///
/// @param low above 0, less than `high`
record LogAxis(double low, double high) implements Axis {
    @Override
    public double at(double value) {
        return (Math.log(value) - Math.log(low)) / (Math.log(high) - Math.log(low));
    }

    @Override
    public List<Tick> ticks(int most) {
        int first = (int) Math.ceil(Math.log10(low) - 1e-9);
        int last = (int) Math.floor(Math.log10(high) + 1e-9);
        int decades = last - first + 1;
        if (decades >= 3 || 3 * decades > most) {
            int stride = Math.max(1, Math.ceilDiv(decades, most));
            var ticks = new ArrayList<Tick>();
            for (int exponent = first; exponent <= last; exponent += stride) {
                add(ticks, Math.pow(10, exponent));
            }
            return ticks;
        }
        var ticks = new ArrayList<Tick>();
        for (int exponent = first - 1; exponent <= last; exponent++) {
            for (int factor : new int[] {1, 2, 5}) {
                add(ticks, factor * Math.pow(10, exponent));
            }
        }
        return ticks.size() >= 2 ? ticks : List.of(new Tick(0, Figures.number(low)), new Tick(1, Figures.number(high)));
    }

    private void add(List<Tick> ticks, double value) {
        if (value >= low * (1 - 1e-9) && value <= high * (1 + 1e-9)) {
            ticks.add(new Tick(at(value), Figures.number(value)));
        }
    }
}
