package dev.sextant.wire.study;

import dev.sextant.model.study.StrategySpec;
import dev.sextant.model.value.Value;
import dev.sextant.wire.study.Fields.Named;
import dev.sextant.wire.tree.Node;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// `stopping: median`, `{percentile: {percent: 25}}` or `off`.
final class StoppingForm {
    private static final String OFF = "off";
    private static final String EXAMPLE = "Examples: median, {percentile: {percent: 25}}, off";

    private StoppingForm() {}

    /// The rule; empty for `off`.
    static Optional<StrategySpec> read(Node node) {
        return switch (node) {
            case Node.Text(String name, _) when name.equals(OFF) -> Optional.empty();
            case Node.Text(String name, _) when !name.isEmpty() -> Optional.of(StrategySpec.of(name));
            case Node.Obj object when object.members().size() == 1 -> Optional.of(named(object.members().getFirst()));
            case Node.Obj _, Node.Text _, Node.Arr _, Node.Num _, Node.Bool _, Node.Null _ -> throw node.at().error(
                    "stopping must be the name of one rule, with its settings if there are any, not %s.\n%s".formatted(node.shown(), EXAMPLE));
        };
    }

    private static StrategySpec named(Node.Member member) {
        return switch (member.value()) {
            case Node.Null _ -> StrategySpec.of(member.name());
            case Node.Obj settings -> settings(member.name(), settings);
            case Node.Text _, Node.Arr _, Node.Num _, Node.Bool _ -> throw member.value().at().error(
                    "The settings of the stopping rule '%s' must be an object 'key: value', not %s.\n%s".formatted(member.name(),
                            member.value().shown(), EXAMPLE));
        };
    }

    private static StrategySpec settings(String name, Node.Obj object) {
        var settings = new LinkedHashMap<String, Value>();
        object.members().forEach(m -> settings.put(m.name(), new Named("stopping." + m.name(), m.value()).value()));
        return new StrategySpec(name, settings, List.of());
    }
}
