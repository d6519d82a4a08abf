package dev.sextant.app.plot;

import java.util.List;
import java.util.stream.IntStream;

/// Named values, each in the middle of its share of the line; value `i` lies at the number `i`.
record CategoryAxis(List<String> names) implements Axis {
    CategoryAxis {
        names = List.copyOf(names);
    }

    @Override
    public double at(double value) {
        return (value + 0.5) / names.size();
    }

    @Override
    public List<Tick> ticks(int most) {
        int stride = Math.ceilDiv(names.size(), Math.max(2, most));
        return IntStream.range(0, names.size()).filter(i -> i % stride == 0).mapToObj(i -> new Tick(at(i), names.get(i))).toList();
    }
}
