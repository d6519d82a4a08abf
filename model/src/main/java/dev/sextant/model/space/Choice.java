package dev.sextant.model.space;

import dev.sextant.model.value.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// One of a list of distinct values, the first of which stands in for a default. Beyond that their order carries no meaning, unless it
/// is a [progression][#isProgression].
public record Choice(List<Value> values) implements Discrete {
    public Choice {
        values = distinct(values);
    }

    static List<Value> distinct(List<Value> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("A list of values needs at least one value.");
        }
        var seen = new HashSet<String>();
        for (var value : values) {
            if (!seen.add(value.text())) {
                throw new IllegalArgumentException("The value '%s' is listed twice.".formatted(value.text()));
            }
        }
        return List.copyOf(values);
    }

    /// The listed value that `given` is, or that has the same number: `64.0` means `64`.
    static Optional<Value> find(List<Value> values, Value given) {
        if (values.contains(given)) {
            return Optional.of(given);
        }
        if (given instanceof Value.Flag) {
            return Optional.empty();
        }
        return values.stream().filter(v -> v.text().equals(given.text()) || sameNumber(v, given)).findFirst();
    }

    private static boolean sameNumber(Value one, Value other) {
        return isNumber(one) && isNumber(other) && Discrete.number(one) == Discrete.number(other);
    }

    private static boolean isNumber(Value value) {
        return value instanceof Value.Real || value instanceof Value.Int;
    }

    /// Whether these are numbers, three at least, that rise from each to the next, or fall.
    public boolean isProgression() {
        if (values.size() < 3 || !values.stream().allMatch(Choice::isNumber)) {
            return false;
        }
        double[] numbers = values.stream().mapToDouble(Discrete::number).toArray();
        return IntStream.range(1, numbers.length).allMatch(i -> numbers[i - 1] < numbers[i])
                || IntStream.range(1, numbers.length).allMatch(i -> numbers[i - 1] > numbers[i]);
    }

    static String listed(List<Value> values) {
        return values.stream().map(Value::text).collect(Collectors.joining(", "));
    }

    @Override
    public long count() {
        return values.size();
    }

    @Override
    public Value get(long index) {
        return values.get(Math.toIntExact(index));
    }

    @Override
    public long index(Value value) {
        return values.indexOf(value);
    }

    @Override
    public Value middle() {
        return values.getFirst();
    }

    @Override
    public Optional<Value> accept(Value given) {
        return find(values, given);
    }

    @Override
    public String allowed() {
        return "one of " + listed(values);
    }
}
