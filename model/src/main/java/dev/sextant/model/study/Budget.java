package dev.sextant.model.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// When a study ends: as soon as one of these limits is reached. Without any, it goes on until the space is exhausted
/// or somebody stops it.
///
/// @param limits at most one of each kind
public record Budget(List<Limit> limits) {
    /// No limit at all, as for studies asked by hand.
    public static final Budget UNLIMITED = new Budget(List.of());

    public Budget {
        limits = List.copyOf(limits);
        if (limits.stream().map(Limit::getClass).distinct().count() < limits.size()) {
            throw new IllegalArgumentException("A budget has at most one limit of each kind, not %s.".formatted(limits));
        }
    }

    public static Budget of(Limit... limits) {
        return new Budget(List.of(limits));
    }

    /// The limit of a kind.
    public <L extends Limit> Optional<L> limit(Class<L> kind) {
        for (var limit : limits) {
            if (kind.isInstance(limit)) {
                return Optional.of(kind.cast(limit));
            }
        }
        return Optional.empty();
    }

    /// This budget with a limit that replaces the one of its kind.
    public Budget with(Limit limit) {
        var others = new ArrayList<>(without(limit.getClass()).limits);
        others.add(limit);
        return new Budget(others);
    }

    /// This budget without the limit of a kind.
    public Budget without(Class<? extends Limit> kind) {
        return new Budget(limits.stream().filter(l -> !kind.isInstance(l)).toList());
    }
}
