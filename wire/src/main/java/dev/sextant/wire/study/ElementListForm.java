package dev.sextant.wire.study;

import dev.sextant.model.space.ElementList;
import dev.sextant.model.space.IntRange;
import dev.sextant.model.space.Parameter;
import dev.sextant.model.value.Value;
import dev.sextant.wire.study.Fields.Named;
import dev.sextant.wire.tree.Node;
import dev.sextant.wire.tree.Position;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Consumer;

/// A list of elements with parameters of their own in a study file:
/// `layer: {list: {units: {int: [8, 512], log: true}, act: {choice: [relu, tanh]}}, length: [1, 5]}`.
final class ElementListForm {
    private static final List<String> KEYS = List.of("list", "length", "default", "if");
    private static final String EXAMPLE = "layer: {list: {units: {int: [8, 512]}}, length: [1, 5]}";

    private final String name;
    private final Fields fields;

    private ElementListForm(String name, Fields fields) {
        this.name = name;
        this.fields = fields;
    }

    /// Whether a member of `space` says a list.
    static boolean is(Node.Member member) {
        return member.value() instanceof Node.Obj object && object.find("list").isPresent();
    }

    /// The members of `list`, in the order of [ElementList#element].
    static List<Node.Member> elements(Node.Member member) {
        return member.value() instanceof Node.Obj object
                ? object.find("list").map(list -> Fields.object("list", list.value()).members()).orElse(List.of()) : List.of();
    }

    static ElementList read(Node.Member member, Consumer<String> notices) {
        var fields = Fields.of("List '%s'".formatted(member.name()), member.value(), KEYS);
        return new ElementListForm(member.name(), fields).list(member, notices);
    }

    private ElementList list(Node.Member member, Consumer<String> notices) {
        var inner = fields.object().find("list").orElseThrow();
        var columns = Fields.object(fields.who() + ": list", inner.value());
        if (columns.members().isEmpty()) {
            throw columns.at().error("%s: list is empty; it names the parameters of an element.\nExample: %s".formatted(fields.who(), EXAMPLE));
        }
        var element = columns.members().stream().map(m -> column(m, notices)).toList();
        var plain = ParameterForm.located(member.at(), () ->
                new ElementList(name, length(), element, Optional.empty(), fields.get("if", Named::text)));
        return fields.get("default", given -> withDefault(plain, given)).orElse(plain);
    }

    private Parameter column(Node.Member member, Consumer<String> notices) {
        if (is(member)) {
            throw member.at().error("%s: '%s' is a list too; a list within a list is not possible.".formatted(fields.who(), member.name()));
        }
        var full = ParameterForm.read(new Node.Member(name + "." + member.name(), member.value(), member.at()), notices);
        return ParameterForm.located(member.at(), () ->
                new Parameter(member.name(), full.domain(), full.standard(), full.condition(), full.prior(), full.was()));
    }

    private IntRange length() {
        var given = fields.get("length", named -> named).orElseThrow(() -> fields.missing("length", EXAMPLE));
        if (!(given.node() instanceof Node.Arr(List<Node> ends, _)) || ends.size() != 2) {
            throw given.wrong("[LEAST, MOST]");
        }
        var pair = given.items(end -> end.whole(0, ElementList.LONGEST));
        return ParameterForm.domainOf(fields.who(), given.node().at(), () -> IntRange.of(pair.getFirst(), pair.getLast()));
    }

    private ElementList withDefault(ElementList list, Named given) {
        var elements = given.items(item -> standard(list, item));
        if (elements.size() < list.least() || elements.size() > list.most()) {
            throw given.node().at().error("%s: the default has %d elements; allowed: %d to %d."
                    .formatted(fields.who(), elements.size(), list.least(), list.most()));
        }
        return list.withDefault(elements);
    }

    private static SequencedMap<String, Value> standard(ElementList list, Named item) {
        var names = list.element().stream().map(Parameter::name).toList();
        var given = Fields.of(item.who(), item.node(), names);
        var values = new LinkedHashMap<String, Value>();
        for (var parameter : list.element()) {
            given.get(parameter.name(), Named::value).ifPresent(value -> values.put(parameter.name(),
                    ParameterForm.located(given.node(parameter.name()).orElseThrow().at(),
                            () -> named(list, parameter).withDefault(value).standard().orElseThrow())));
        }
        return values;
    }

    private static Parameter named(ElementList list, Parameter parameter) {
        return Parameter.of(list.name() + "." + parameter.name(), parameter.domain());
    }

    static Node write(ElementList list, Position at) {
        var element = new TreeBuilder(at);
        list.element().forEach(p -> element.node(p.name(), ParameterWriter.node(p, at)));
        var object = new TreeBuilder(at).node("list", element.build());
        object.values("length", new Value.Int(list.least()), new Value.Int(list.most()));
        list.standard().ifPresent(elements -> object.node("default", new Node.Arr(
                elements.stream().<Node>map(values -> values(values, at)).toList(), at)));
        list.condition().ifPresent(condition -> object.text("if", condition));
        return object.build();
    }

    private static Node values(SequencedMap<String, Value> values, Position at) {
        var object = new TreeBuilder(at);
        values.forEach(object::value);
        return object.build();
    }
}
