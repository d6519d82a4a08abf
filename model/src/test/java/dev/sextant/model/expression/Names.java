package dev.sextant.model.expression;

import dev.sextant.model.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;

/// A scope put together by hand, for tests.
final class Names implements Scope {
    private record Name(Kind kind, List<Value> values, boolean ordered) {}

    private final SequencedMap<String, Name> names = new LinkedHashMap<>();

    /// `lr`, `layers`, `width`, `learning-rate`, `net.depth`: numbers; `kernel`, `act`: text; `size`, `least`:
    /// ordered text; `bias`: a flag; `depth`: 1, 2 or auto; `reason`: any text.
    static Names typical() {
        return new Names()
                .numbers("lr", "layers", "width", "learning-rate", "net.depth")
                .with("kernel", Kind.TEXT, false, "linear", "poly", "rbf")
                .with("act", Kind.TEXT, false, "relu", "leaky-relu", "layers")
                .with("size", Kind.TEXT, true, "small", "medium", "large")
                .with("least", Kind.TEXT, true, "small", "medium", "large")
                .with("bias", Kind.FLAG, false)
                .with("depth", Kind.MIXED, true, "1", "2", "true", "auto")
                .with("reason", Kind.TEXT, false);
    }

    Names numbers(String... added) {
        for (var name : added) {
            names.put(name, new Name(Kind.NUMBER, List.of(), false));
        }
        return this;
    }

    Names with(String name, Kind kind, boolean ordered, String... values) {
        names.put(name, new Name(kind, Stream.of(values).map(Value::of).toList(), ordered));
        return this;
    }

    private Name named(String name) {
        return Objects.requireNonNull(names.get(name), name);
    }

    @Override
    public Optional<Kind> kind(String name) {
        return Optional.ofNullable(names.get(name)).map(Name::kind);
    }

    @Override
    public List<Value> values(String name) {
        return named(name).values();
    }

    @Override
    public boolean ordered(String name) {
        return named(name).ordered();
    }

    @Override
    public List<String> names() {
        return List.copyOf(names.sequencedKeySet());
    }
}
