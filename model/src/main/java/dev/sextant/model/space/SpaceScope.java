package dev.sextant.model.space;

import dev.sextant.model.expression.Kind;
import dev.sextant.model.expression.Scope;
import dev.sextant.model.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.LongStream;

/// What the expressions of a space may speak of: its parameters.
record SpaceScope(Map<String, Parameter> byName) implements Scope {
    @Override
    public Optional<Kind> kind(String name) {
        return Optional.ofNullable(byName.get(name)).map(p -> kind(p.domain()));
    }

    private static Kind kind(Domain domain) {
        return switch (domain) {
            case RealRange _, SteppedRange _, IntRange _ -> Kind.NUMBER;
            case Bool _ -> Kind.FLAG;
            case Choice(List<Value> values) -> Kind.common(values);
            case Ordinal(List<Value> values) -> Kind.common(values);
            case Constant(Value value) -> Kind.of(value);
        };
    }

    @Override
    public List<Value> values(String name) {
        return switch (parameter(name).domain()) {
            case RealRange _, SteppedRange _, IntRange _ -> List.of();
            case Discrete listed -> LongStream.range(0, listed.count()).mapToObj(listed::get).toList();
        };
    }

    @Override
    public boolean ordered(String name) {
        return parameter(name).domain() instanceof Ordinal;
    }

    private Parameter parameter(String name) {
        return Objects.requireNonNull(byName.get(name), name);
    }

    @Override
    public List<String> names() {
        return List.copyOf(byName.keySet());
    }
}
