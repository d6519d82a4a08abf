package dev.sextant.model.space;

import dev.sextant.model.value.Value;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.SequencedMap;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// Values by name, in an order, in a third of the room that a linked hash map takes: a strategy keeps a million of them. Those with the
/// same names share the names. Immutable.
final class ValuesByName extends AbstractMap<String, Value> implements SequencedMap<String, Value> {
    /// More combinations of active parameters than this are not worth sharing.
    private static final int MOST_SHARED = 4_096;
    private static final Map<List<String>, Names> SHARED = new ConcurrentHashMap<>();

    private final Names names;
    private final Value[] values;

    private record Names(List<String> all, SequencedMap<String, Integer> places) {
        static Names of(List<String> all) {
            if (SHARED.size() >= MOST_SHARED) {
                SHARED.clear();
            }
            return SHARED.computeIfAbsent(all, _ -> {
                var places = new LinkedHashMap<String, Integer>();
                all.forEach(name -> places.put(name, places.size()));
                return new Names(all, places);
            });
        }
    }

    ValuesByName(SequencedMap<String, Value> values) {
        this.names = Names.of(List.copyOf(values.sequencedKeySet()));
        this.values = values.sequencedValues().toArray(Value[]::new);
    }

    @Override
    public @Nullable Value get(@Nullable Object name) {
        var place = names.places().get(name);
        return place == null ? null : values[place];
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return names.places().containsKey(name);
    }

    @Override
    public int size() {
        return values.length;
    }

    @Override
    public void forEach(BiConsumer<? super String, ? super Value> action) {
        for (int i = 0; i < values.length; i++) {
            action.accept(names.all().get(i), values[i]);
        }
    }

    @Override
    public Set<String> keySet() {
        return Collections.unmodifiableSet(names.places().keySet());
    }

    @Override
    public Set<Entry<String, Value>> entrySet() {
        return new Entries();
    }

    private final class Entries extends AbstractSet<Entry<String, Value>> {
        @Override
        public Iterator<Entry<String, Value>> iterator() {
            return new Each();
        }

        @Override
        public int size() {
            return values.length;
        }
    }

    private final class Each implements Iterator<Entry<String, Value>> {
        private int next;

        @Override
        public boolean hasNext() {
            return next < values.length;
        }

        @Override
        public Entry<String, Value> next() {
            if (next >= values.length) {
                throw new NoSuchElementException("All %d values were given.".formatted(values.length));
            }
            return Map.entry(names.all().get(next), values[next++]);
        }
    }

    @Override
    public SequencedMap<String, Value> reversed() {
        return Collections.unmodifiableSequencedMap(new LinkedHashMap<>(this).reversed());
    }
}
