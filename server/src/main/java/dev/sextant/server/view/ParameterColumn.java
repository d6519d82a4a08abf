package dev.sextant.server.view;

import dev.sextant.model.space.Bool;
import dev.sextant.model.space.Choice;
import dev.sextant.model.space.Constant;
import dev.sextant.model.space.Discrete;
import dev.sextant.model.space.IntRange;
import dev.sextant.model.space.Ordinal;
import dev.sextant.model.space.Parameter;
import dev.sextant.model.space.RealRange;
import dev.sextant.model.space.SteppedRange;
import dev.sextant.model.value.Value;
import java.util.Optional;

/// The values of one parameter, as numbers: what it is, or where it stands among the values of a choice. NaN where it is
/// inactive, or not allowed in the space that holds now. Whole numbers beyond 2^53 are rounded. Not thread-safe.
final class ParameterColumn {
    private final Parameter parameter;
    private final NumberColumn numbers = new NumberColumn();

    ParameterColumn(Parameter parameter) {
        this.parameter = parameter;
    }

    Parameter parameter() {
        return parameter;
    }

    void set(int row, Optional<Value> value) {
        numbers.set(row, value.flatMap(parameter.domain()::accept).map(allowed -> AxisPlace.of(parameter.domain(), allowed)).orElse(Double.NaN));
    }

    double number(int row) {
        return numbers.get(row);
    }

    Optional<Value> value(int row) {
        double number = numbers.get(row);
        return Double.isNaN(number) ? Optional.empty() : Optional.of(value(number));
    }

    private Value value(double number) {
        return switch (parameter.domain()) {
            case RealRange _, SteppedRange _ -> new Value.Real(number);
            case IntRange _ -> new Value.Int((long) number);
            case Choice _, Ordinal _, Bool _, Constant _ -> ((Discrete) parameter.domain()).get((long) number);
        };
    }
}
