package dev.sextant.model.study;

import dev.sextant.model.value.Value;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// Which strategy a study uses, and its settings.
///
/// @param name the word in the catalogue: `tpe`
/// @param settings by key; nested keys are joined by points, as `points.lr`
/// @param given the configurations to try, for `list`; each a value by parameter name
public record StrategySpec(String name, SequencedMap<String, Value> settings, List<SequencedMap<String, Value>> given) {
    public StrategySpec {
        settings = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(settings));
        given = given.stream().map(LinkedHashMap::new).<SequencedMap<String, Value>>map(Collections::unmodifiableSequencedMap).toList();
    }

    /// A strategy with its default settings.
    public static StrategySpec of(String name) {
        return new StrategySpec(name, new LinkedHashMap<>(), List.of());
    }

    /// This with a setting changed.
    public StrategySpec with(String key, Value value) {
        var more = new LinkedHashMap<>(settings);
        more.put(key, value);
        return new StrategySpec(name, more, given);
    }
}
