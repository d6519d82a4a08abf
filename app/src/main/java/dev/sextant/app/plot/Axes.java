package dev.sextant.app.plot;

import dev.sextant.model.space.Bool;
import dev.sextant.model.space.Choice;
import dev.sextant.model.space.Constant;
import dev.sextant.model.space.Discrete;
import dev.sextant.model.space.Domain;
import dev.sextant.model.space.IntRange;
import dev.sextant.model.space.Ordinal;
import dev.sextant.model.space.RealRange;
import dev.sextant.model.space.Scale;
import dev.sextant.model.space.SteppedRange;
import dev.sextant.model.value.Value;
import dev.sextant.server.view.ValueAxis;
import java.util.stream.LongStream;

/// The axes of parameters and objectives.
final class Axes {
    private static final double ROOM = 0.04;

    private Axes() {}

    /// The axis of a parameter, from the lower end of its domain to the upper.
    static Axis of(Domain domain) {
        return switch (domain) {
            case RealRange(double low, double high, Scale scale) -> numbers(low, high, scale, false);
            case SteppedRange range -> numbers(range.low(), range.last(), Scale.LINEAR, false);
            case IntRange range -> numbers((double) range.low(), (double) range.last(), range.scale(), true);
            case Choice _, Ordinal _, Bool _, Constant _ -> category((Discrete) domain);
        };
    }

    private static Axis numbers(double low, double high, Scale scale, boolean whole) {
        if (!(low < high)) {
            return new NumberAxis(low - 1, low + 1, whole);
        }
        return scale == Scale.LOG ? new LogAxis(low, high) : new NumberAxis(low, high, whole);
    }

    private static Axis category(Discrete domain) {
        return new CategoryAxis(LongStream.range(0, domain.count()).mapToObj(i -> domain.get(i).text()).toList());
    }

    /// The number that stands for a value on the axis of its domain.
    static double number(Domain domain, Value value) {
        return switch (domain) {
            case RealRange _, SteppedRange _, IntRange _ -> Discrete.number(value);
            case Choice _, Ordinal _, Bool _, Constant _ -> (double) ((Discrete) domain).index(value);
        };
    }

    /// The axis of an objective, with a little room at both ends.
    static Axis of(ValueAxis values) {
        if (values.scale() == Scale.LOG) {
            double room = Math.pow(values.high() / values.low(), ROOM);
            return new LogAxis(values.low() / room, values.high() * room);
        }
        double room = values.high() * ROOM - values.low() * ROOM;
        return NumberAxis.of(values.low() - room, values.high() + room);
    }
}
