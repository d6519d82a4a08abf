package dev.sextant.model.space;

import dev.sextant.model.value.Value;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/// Counts through all configurations of a space, each once: the last active parameter turns fastest, and a parameter
/// that is inactive has no digit. Constraints are not looked at.
///
/// A position is made from the one before it, so a space of 10¹² points needs no more room than one of ten. Immutable.
/// Cost of a step: two configurations.
public final class Odometer {
    private final SearchSpace space;
    private final Map<String, Ticks> ticks;

    /// @param ticks for every parameter of the space, the values to count through
    public Odometer(SearchSpace space, Map<String, Ticks> ticks) {
        this.space = space;
        this.ticks = new LinkedHashMap<>(ticks);
    }

    /// One through every configuration of a space; empty if it has real parameters, which cannot be counted.
    public static Optional<Odometer> throughAll(SearchSpace space) {
        Map<String, Ticks> ticks = new LinkedHashMap<>();
        for (Parameter parameter : space.parameters()) {
            if (!(parameter.domain() instanceof Discrete discrete)) {
                return Optional.empty();
            }
            ticks.put(parameter.name(), new Ticks.All(discrete));
        }
        return Optional.of(new Odometer(space, ticks));
    }

    /// The product of how many values each parameter has: at least as many as there are positions, and more where one may be
    /// inactive.
    public double combinations() {
        return ticks.values().stream().mapToDouble(Ticks::count).reduce(1, (a, b) -> a * b);
    }

    /// One reading; equal to another if it shows the same configuration.
    public static final class Position {
        private final Configuration configuration;
        private final long[] digits;

        private Position(Configuration configuration, long[] digits) {
            this.configuration = configuration;
            this.digits = digits;
        }

        public Configuration configuration() {
            return configuration;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Position that && configuration.equals(that.configuration);
        }

        @Override
        public int hashCode() {
            return configuration.hashCode();
        }

        @Override
        public String toString() {
            return configuration.toString();
        }
    }

    /// The position where every digit is 0.
    public Position first() {
        return read(new Dials(new long[0]));
    }

    /// The position after another; empty after the last.
    public Optional<Position> next(Position position) {
        var dials = new Dials(position.digits);
        read(dials);
        return dials.turned().map(digits -> read(new Dials(digits)));
    }

    /// The position whose every digit is chosen by a function of how many there are.
    ///
    /// @param choose from a count to a digit from 0 to count − 1
    public Position at(ToLongFunction<Long> choose) {
        return readOff(parameter -> choose.applyAsLong(ticks(parameter).count()));
    }

    /// Where a configuration stands; empty if one of its values is not counted here.
    public Optional<Position> of(Configuration configuration) {
        for (Parameter parameter : space.parameters()) {
            Optional<Value> value = configuration.value(parameter.name());
            if (value.isPresent() && ticks(parameter).index(value.get()).isEmpty()) {
                return Optional.empty();
            }
        }
        Position position = readOff(parameter -> configuration.value(parameter.name())
                .map(ticks(parameter)::index).orElse(OptionalLong.empty()).orElse(0));
        return Optional.of(position).filter(p -> p.configuration().equals(configuration));
    }

    private Position readOff(ToLongFunction<Parameter> digit) {
        var dials = new Dials(new long[0]);
        return position(parameter -> dials.set(ticks(parameter), digit.applyAsLong(parameter)), dials);
    }

    private Position read(Dials dials) {
        return position(parameter -> dials.pick(ticks(parameter)), dials);
    }

    private Position position(Function<Parameter, Value> pick, Dials dials) {
        Configuration configuration = space.configuration(pick);
        return new Position(configuration, dials.digits());
    }

    private Ticks ticks(Parameter parameter) {
        Ticks found = ticks.get(parameter.name());
        if (found == null) {
            throw new IllegalArgumentException("The parameter '%s' has no values to count through.".formatted(parameter.name()));
        }
        return found;
    }

    /// The digits of one reading as it is taken, with how far each can turn.
    private static final class Dials {
        private final long[] given;
        private long[] digits = new long[8];
        private long[] counts = new long[8];
        private int size;

        Dials(long[] given) {
            this.given = given;
        }

        Value pick(Ticks ticks) {
            return set(ticks, size < given.length ? given[size] : 0);
        }

        Value set(Ticks ticks, long digit) {
            if (size == digits.length) {
                digits = Arrays.copyOf(digits, 2 * size);
                counts = Arrays.copyOf(counts, 2 * size);
            }
            digits[size] = digit;
            counts[size] = ticks.count();
            size++;
            return ticks.get(digit);
        }

        long[] digits() {
            return Arrays.copyOf(digits, size);
        }

        /// The digits after one turn; those behind the turned one start again and are left out.
        Optional<long[]> turned() {
            for (int i = size - 1; i >= 0; i--) {
                if (digits[i] + 1 < counts[i]) {
                    long[] next = Arrays.copyOf(digits, i + 1);
                    next[i]++;
                    return Optional.of(next);
                }
            }
            return Optional.empty();
        }
    }
}
