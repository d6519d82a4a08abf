package dev.sextant.strategy.cube;

import dev.sextant.model.space.Bool;
import dev.sextant.model.space.Choice;
import dev.sextant.model.space.Discrete;
import dev.sextant.model.space.IntRange;
import dev.sextant.model.space.Parameter;
import dev.sextant.model.space.RealRange;
import dev.sextant.model.space.Scale;
import dev.sextant.model.value.Value;

/// One parameter as an axis of the unit cube. Immutable.
///
/// A discrete one divides its axis into a cell for each of its values, in the order of the domain.
public record Axis(Parameter parameter) {
    /// Whether the values are so many that they cannot be counted.
    public boolean isReal() {
        return parameter.domain() instanceof RealRange;
    }

    /// Whether the order of the values carries no meaning.
    public boolean isNominal() {
        return parameter.domain() instanceof Choice || parameter.domain() instanceof Bool;
    }

    /// How many values there are; [Long#MAX_VALUE] for a real one.
    public long count() {
        return parameter.domain() instanceof Discrete discrete ? discrete.count() : Long.MAX_VALUE;
    }

    /// The value at a coordinate.
    public Value at(double unit) {
        return parameter.domain().at(unit);
    }

    /// The coordinate of a value; `NaN` if the domain does not have it.
    public double unit(Value value) {
        return parameter.domain().accept(value).map(parameter.domain()::unit).orElse(Double.NaN);
    }

    /// The index of the value at a coordinate of a discrete axis.
    public long index(double unit) {
        return discrete().index(at(unit));
    }

    /// The coordinate in the middle of the cell of a discrete axis.
    public double middle(long index) {
        return discrete().unit(discrete().get(index));
    }

    /// The coordinate of the middle of the cell around another; the same on a real axis.
    public double snap(double unit) {
        return isReal() ? unit : parameter.domain().unit(at(unit));
    }

    /// Where the cell of a value of a discrete axis begins; 0 for the first.
    public double lower(long index) {
        if (index == 0) {
            return 0;
        }
        if (parameter.domain() instanceof IntRange range && range.scale() == Scale.LOG) {
            double first = range.low() - 0.5;
            return Math.log((first + index) / first) / Math.log((range.high() + 0.5) / first);
        }
        return (double) index / count();
    }

    /// Where the cell of a value of a discrete axis ends; 1 for the last.
    public double upper(long index) {
        return index == count() - 1 ? 1 : lower(index + 1);
    }

    private Discrete discrete() {
        return (Discrete) parameter.domain();
    }
}
