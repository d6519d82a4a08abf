package dev.sextant.app.plot;

import dev.sextant.app.results.Figures;
import java.util.ArrayList;
import java.util.List;

/// Positive numbers, evenly spaced in their logarithm. Decades are named; where they are few, their doubles and fives
/// too; within little more than a decade, round numbers.
///
/// @param low above 0, less than `high`
record LogAxis(double low, double high) implements Axis {
    private static final double MANY = 15;

    @Override
    public double at(double value) {
        return (Math.log(value) - Math.log(low)) / (Math.log(high) - Math.log(low));
    }

    @Override
    public List<Tick> ticks(int most) {
        return high / low < MANY ? round(most) : decades(most);
    }

    private List<Tick> round(int most) {
        var numbers = NumberAxis.of(low, high);
        return numbers.ticks(most).stream().map(tick -> new Tick(at(low + tick.at() * (high - low)), tick.label())).toList();
    }

    private List<Tick> decades(int most) {
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
        return ticks;
    }

    private void add(List<Tick> ticks, double value) {
        if (value >= low * (1 - 1e-9) && value <= high * (1 + 1e-9)) {
            ticks.add(new Tick(at(value), Figures.number(value)));
        }
    }
}
