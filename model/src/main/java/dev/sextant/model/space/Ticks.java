package dev.sextant.model.space;

import dev.sextant.model.value.Value;
import java.util.List;
import java.util.OptionalLong;

/// The values of one parameter that are counted through, in order.
public sealed interface Ticks {
    /// How many there are, at least 1.
    long count();

    Value get(long index);

    /// Where a value stands; empty if it is none of these.
    OptionalLong index(Value value);

    /// Every value of a domain that can be counted.
    record All(Discrete domain) implements Ticks {
        @Override
        public long count() {
            return domain.count();
        }

        @Override
        public Value get(long index) {
            return domain.get(index);
        }

        @Override
        public OptionalLong index(Value value) {
            return domain.accept(value).map(domain::index).map(OptionalLong::of).orElseGet(OptionalLong::empty);
        }
    }

    /// A list of distinct values.
    record Listed(List<Value> values) implements Ticks {
        public Listed {
            values = List.copyOf(values);
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
        public OptionalLong index(Value value) {
            int index = values.indexOf(value);
            return index < 0 ? OptionalLong.empty() : OptionalLong.of(index);
        }
    }
}
