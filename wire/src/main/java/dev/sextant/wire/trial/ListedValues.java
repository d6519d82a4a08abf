package dev.sextant.wire.trial;

import dev.sextant.model.space.ElementList;
import dev.sextant.model.value.Value;
import dev.sextant.wire.tree.JsonWriter;
import dev.sextant.wire.tree.Node;
import dev.sextant.wire.tree.Position;
import dev.sextant.wire.tree.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// Values as a program takes them: a list stands in the place of the parameters that it is made of,
/// `{"lr":0.001,"layer":[{"units":64,"act":"relu"}]}`. Numbers have the same text as in flags and variables.
public final class ListedValues {
    private static final Position NOWHERE = Source.argument("parameters", "").start();

    private ListedValues() {}

    /// Values as the next value of a document.
    ///
    /// @param lists of the space
    public static void write(List<ElementList> lists, SequencedMap<String, Value> values, JsonWriter json) {
        json.startObject();
        values.forEach((name, value) -> {
            var owner = lists.stream().filter(list -> list.owns(name)).findFirst();
            if (owner.isEmpty()) {
                json.name(name).node(Node.of(value, NOWHERE));
            } else if (name.equals(owner.get().lengthName())) {
                json.name(owner.get().name()).node(node(owner.get(), values));
            }
        });
        json.endObject();
    }

    /// The JSON of a list that exists: `[{"units":64,"act":"relu"}]`.
    public static String text(ElementList list, Map<String, Value> values) {
        return JsonWriter.write(node(list, values));
    }

    private static Node node(ElementList list, Map<String, Value> values) {
        return new Node.Arr(list.elements(values).orElse(List.of()).stream().<Node>map(ListedValues::object).toList(), NOWHERE);
    }

    private static Node.Obj object(SequencedMap<String, Value> element) {
        return new Node.Obj(element.entrySet().stream()
                .map(e -> new Node.Member(e.getKey(), Node.of(e.getValue(), NOWHERE), NOWHERE)).toList(), NOWHERE);
    }

    /// The members with those of the parameters in the place of each list; other members as they are. Whether such
    /// parameters exist is not looked at.
    public static List<Node.Member> flat(List<Node.Member> members) {
        var flat = new ArrayList<Node.Member>();
        for (var member : members) {
            if (member.value() instanceof Node.Arr(var items, _) && items.stream().allMatch(Node.Obj.class::isInstance)) {
                add(member, items, flat);
            } else {
                flat.add(member);
            }
        }
        return flat;
    }

    private static void add(Node.Member list, List<Node> items, List<Node.Member> flat) {
        flat.add(new Node.Member(list.name() + ".length", new Node.Num(Integer.toString(items.size()), list.value().at()), list.at()));
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i) instanceof Node.Obj element) {
                for (var member : element.members()) {
                    flat.add(new Node.Member("%s.%d.%s".formatted(list.name(), i + 1, member.name()), member.value(), member.at()));
                }
            }
        }
    }
}
