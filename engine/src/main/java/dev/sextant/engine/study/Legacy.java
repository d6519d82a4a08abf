package dev.sextant.engine.study;

import dev.sextant.model.space.Configuration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// The best configuration that each earlier study left. Not thread-safe.
public final class Legacy {
    private record Best(Configuration configuration, double loss) {}

    private final SequencedMap<String, Best> bySource = new LinkedHashMap<>();

    /// @param losses one for each objective; the first decides
    void add(String source, Configuration configuration, List<Double> losses) {
        bySource.merge(source, new Best(configuration, losses.getFirst()), (one, other) -> other.loss < one.loss ? other : one);
    }

    /// Earlier studies, in the order in which they were remembered.
    public List<String> sources() {
        return List.copyOf(bySource.sequencedKeySet());
    }

    /// The best configuration of one of them.
    public Optional<Configuration> best(String source) {
        return Optional.ofNullable(bySource.get(source)).map(Best::configuration);
    }
}
