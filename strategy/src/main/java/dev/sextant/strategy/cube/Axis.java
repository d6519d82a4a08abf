package dev.sextant.strategy.cube;

import dev.sextant.model.space.Bool;
import dev.sextant.model.space.Choice;
import dev.sextant.model.space.Discrete;
import dev.sextant.model.space.IntRange;
import dev.sextant.model.space.Parameter;
import dev.sextant.model.space.RealRange;
import dev.sextant.model.space.Scale;
import dev.sextant.model.value.Value;

/// One parameter as an axis of the unit cube, and as a number. Immutable.
///
/// A discrete one divides its axis into a cell for each of its values, in the order of the domain. The *number* of a value is
/// its coordinate too, but on a nominal axis its index: for models to which such values are equal or not, and no more.
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

    /// The number of a value of the domain.
    public double number(Value value) {
        return isNominal() ? discrete().index(value) : parameter.domain().unit(value);
    }

    /// The value that a number stands for.
    public Value value(double number) {
        return isNominal() ? discrete().get((long) number) : parameter.domain().at(number);
    }

    /// The number at a coordinate; between cells on a line.
    public double numberAt(double unit) {
        return isNominal() ? Math.min(Math.floor(unit * count()), count() - 1.0) : unit;
    }

    /// The coordinate of a number.
    public double unitOf(double number) {
        return isNominal() ? (number + 0.5) / count() : number;
    }

    /// The number moved to the middle of its cell, if it has one.
    public double settled(double number) {
        return isNominal() ? number : snap(number);
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
