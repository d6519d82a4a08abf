package dev.sextant.wire.study;

import dev.sextant.model.space.SearchSpace;
import dev.sextant.model.study.StrategySpec;
import dev.sextant.model.value.Value;
import dev.sextant.wire.study.Fields.Named;
import dev.sextant.wire.tree.Node;
import dev.sextant.wire.tree.Position;
import dev.sextant.wire.tree.Source;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;

/// `strategy: auto`, `{genetic: {demes: 4, population: 8}}`, `{list: points.jsonl}` or `{list: [{lr: 0.1}, …]}`.
final class StrategyForm {
    private static final String EXAMPLE = "Examples: auto, {genetic: {demes: 4}}, {list: points.jsonl}";

    private final SearchSpace space;
    private final Function<String, Optional<Source>> files;

    StrategyForm(SearchSpace space, Function<String, Optional<Source>> files) {
        this.space = space;
        this.files = files;
    }

    StrategySpec read(Node node) {
        return switch (node) {
            case Node.Text(String name, _) when !name.isEmpty() -> StrategySpec.of(name);
            case Node.Obj object when object.members().size() == 1 -> named(object.members().getFirst());
            case Node.Obj _, Node.Text _, Node.Arr _, Node.Num _, Node.Bool _, Node.Null _ -> throw node.at().error(
                    "strategy must be the name of one strategy, with its settings if there are any, not %s.\n%s".formatted(
                            node.shown(), EXAMPLE));
        };
    }

    private StrategySpec named(Node.Member member) {
        var name = member.name();
        return switch (member.value()) {
            case Node.Null _ -> StrategySpec.of(name);
            case Node.Obj settings -> settings(name, settings);
            case Node.Arr points when name.equals("list") -> new StrategySpec(name, new LinkedHashMap<>(), given(points));
            case Node.Text(String file, Position at) when name.equals("list") ->
                    new StrategySpec(name, new LinkedHashMap<>(), PointsForm.read(file(file, at), space));
            case Node.Text _, Node.Arr _, Node.Num _, Node.Bool _ -> throw member.value().at().error(
                    "The settings of strategy '%s' must be an object 'key: value', not %s.\n%s".formatted(name,
                            member.value().shown(), EXAMPLE));
        };
    }

    private Source file(String name, Position at) {
        return files.apply(name).orElseThrow(() -> at.error("There is no file '%s' with configurations to try.".formatted(name)));
    }

    private StrategySpec settings(String name, Node.Obj object) {
        var settings = new LinkedHashMap<String, Value>();
        List<SequencedMap<String, Value>> given = List.of();
        for (var member : object.members()) {
            if (member.name().equals("given") && member.value() instanceof Node.Arr points) {
                given = given(points);
            } else {
                flatten(member.name(), member, settings);
            }
        }
        return new StrategySpec(name, settings, given);
    }

    private void flatten(String key, Node.Member member, SequencedMap<String, Value> settings) {
        if (member.value() instanceof Node.Obj nested) {
            nested.members().forEach(m -> flatten(key + "." + m.name(), m, settings));
        } else if (settings.put(key, new Named("strategy." + key, member.value()).value()) != null) {
            throw member.at().error("The setting '%s' is given twice.".formatted(key));
        }
    }

    private List<SequencedMap<String, Value>> given(Node.Arr points) {
        return new Named("strategy.list", points).items(item -> PointsForm.point(item.who(), item.node(), space));
    }

    static Node write(StrategySpec strategy, Position at) {
        if (strategy.settings().isEmpty() && strategy.given().isEmpty()) {
            return new Node.Text(strategy.name(), at);
        }
        var given = new Node.Arr(strategy.given().stream().<Node>map(p -> object(p, at).build()).toList(), at);
        if (strategy.settings().isEmpty() && strategy.name().equals("list")) {
            return new TreeBuilder(at).node("list", given).build();
        }
        var settings = object(strategy.settings(), at);
        if (!strategy.given().isEmpty()) {
            settings.node("given", given);
        }
        return new TreeBuilder(at).node(strategy.name(), settings.build()).build();
    }

    private static TreeBuilder object(SequencedMap<String, Value> values, Position at) {
        var object = new TreeBuilder(at);
        values.forEach(object::value);
        return object;
    }
}
