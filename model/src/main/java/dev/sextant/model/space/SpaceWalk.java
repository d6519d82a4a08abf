package dev.sextant.model.space;

import dev.sextant.model.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongFunction;

/// Walks through all combinations of given levels, one configuration at a time and each once; inactive parameters make
/// no combinations of their own. Parameters that come later turn faster. Constraints are not looked at.
///
/// Lazy: 10¹² combinations cost nothing until they are asked for. Not thread-safe.
public final class SpaceWalk {
    /// The values that one parameter takes on a walk.
    ///
    /// @param count at least 1
    public record Levels(long count, LongFunction<Value> level) {}

    private final SearchSpace space;
    private final Function<Parameter, Levels> levels;
    private final Map<String, Long> indices = new HashMap<>();
    private boolean over;

    public SpaceWalk(SearchSpace space, Function<Parameter, Levels> levels) {
        this.space = space;
        this.levels = levels;
    }

    /// A walk through every configuration of a space; empty if it has real parameters, which cannot be counted.
    public static Optional<SpaceWalk> throughAll(SearchSpace space) {
        return space.parameters().stream().allMatch(p -> p.domain() instanceof Discrete)
                ? Optional.of(new SpaceWalk(space, SpaceWalk::all))
                : Optional.empty();
    }

    private static Levels all(Parameter parameter) {
        return switch (parameter.domain()) {
            case Discrete discrete -> new Levels(discrete.count(), discrete::get);
            case RealRange range -> throw new IllegalArgumentException(
                    "Parameter '%s' (%s) cannot be counted.".formatted(parameter.name(), range.allowed()));
        };
    }

    /// The next configuration; empty when all have been walked through. O(parameters).
    public Optional<Configuration> next() {
        if (over) {
            return Optional.empty();
        }
        var active = new ArrayList<Parameter>();
        var configuration = space.configuration(parameter -> {
            active.add(parameter);
            return levels.apply(parameter).level().apply(indices.getOrDefault(parameter.name(), 0L));
        });
        over = !advance(active);
        return Optional.of(configuration);
    }

    private boolean advance(List<Parameter> active) {
        for (var parameter : active.reversed()) {
            long next = indices.getOrDefault(parameter.name(), 0L) + 1;
            if (next < levels.apply(parameter).count()) {
                indices.put(parameter.name(), next);
                return true;
            }
            indices.remove(parameter.name());
        }
        return false;
    }
}
