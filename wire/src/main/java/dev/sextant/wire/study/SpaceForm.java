package dev.sextant.wire.study;

import dev.sextant.model.expression.ExpressionException;
import dev.sextant.model.space.ElementList;
import dev.sextant.model.space.Parameter;
import dev.sextant.model.space.SearchSpace;
import dev.sextant.wire.study.Fields.Named;
import dev.sextant.wire.tree.FormException;
import dev.sextant.wire.tree.Node;
import dev.sextant.wire.tree.Position;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// `space: {…}` and `require: […]`.
final class SpaceForm {
    private final Node.Obj space;
    private final List<Named> constraints;
    private final List<SpaceMember> members;
    private final int version;

    private SpaceForm(Node.Obj space, List<Named> constraints, List<SpaceMember> members, int version) {
        this.space = space;
        this.constraints = constraints;
        this.members = members;
        this.version = version;
    }

    static SearchSpace read(Fields study, int version, Consumer<String> notices) {
        var node = study.node("space").orElseThrow(() -> study.object().at().error("""
                The study has no parameters.
                On the command line: -p lr=1e-5..1e-1:log; in a file: space: {lr: {real: [1e-5, 1e-1], log: true}}"""));
        var space = Fields.object("space", node);
        if (space.members().isEmpty()) {
            throw space.at().error("space is empty; it needs at least one parameter.\nExample: {lr: {real: [1e-5, 1e-1], log: true}}");
        }
        var members = space.members().stream().map(m -> SpaceMember.read(m, notices)).toList();
        members.stream().filter(SpaceMember.Listed.class::isInstance).map(SpaceMember.Listed.class::cast)
                .forEach(list -> space.members().forEach(list::refuse));
        var constraints = study.get("require", Named::items).orElse(List.of());
        return new SpaceForm(space, constraints, members, version).built();
    }

    private SearchSpace built() {
        var texts = constraints.stream().map(Named::text).toList();
        try {
            return new SearchSpace(members.stream().flatMap(m -> m.parameters().stream()).toList(), texts, version);
        } catch (IllegalArgumentException mistake) {
            throw located().orElseGet(() -> space.at().error(String.valueOf(mistake.getMessage())));
        }
    }

    /// The condition or constraint that cannot be read. Each is tried alone among parameters without conditions.
    private Optional<FormException> located() {
        for (var condition : members.stream().flatMap(m -> m.conditions().stream()).toList()) {
            var mistake = mistake(among(condition), List.of());
            if (mistake.isPresent()) {
                return Optional.of(atCondition(condition, mistake.get()));
            }
        }
        var bare = members.stream().flatMap(m -> m.bare().stream()).toList();
        return constraints.stream().flatMap(c -> mistake(bare, List.of(c.text())).map(m -> at(c.node(), m, "")).stream()).findFirst();
    }

    private List<Parameter> among(SpaceMember.Condition condition) {
        var all = new LinkedHashMap<String, Parameter>();
        condition.beside().forEach(p -> all.put(p.name(), p));
        members.stream().flatMap(m -> m.bare().stream()).forEach(p -> all.putIfAbsent(p.name(), p));
        all.put(condition.parameter().name(), condition.parameter());
        return List.copyOf(all.sequencedValues());
    }

    private static Optional<ExpressionException> mistake(List<Parameter> parameters, List<String> constraints) {
        try {
            new SearchSpace(parameters, constraints, 1).version();
            return Optional.empty();
        } catch (ExpressionException mistake) {
            return Optional.of(mistake);
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static FormException atCondition(SpaceMember.Condition condition, ExpressionException mistake) {
        var node = condition.node();
        var who = condition.who() + ": ";
        var written = node.value() instanceof Node.Obj object ? object.find("if") : Optional.<Node.Member>empty();
        return written.map(c -> at(c.value(), mistake, who)).orElseGet(() -> node.at().error(who + mistake.rule()));
    }

    private static FormException at(Node node, ExpressionException mistake, String who) {
        var place = node instanceof Node.Text text ? text.within(mistake.offset()) : node.at();
        return place.error(who + mistake.rule());
    }

    /// Lists are written as lists where reading them back gives the same parameters.
    static void write(SearchSpace space, TreeBuilder study, Position at) {
        var members = new TreeBuilder(at);
        var parameters = space.parameters();
        for (int i = 0; i < parameters.size(); i++) {
            var list = listAt(space, i);
            if (list.isPresent()) {
                members.node(list.get().name(), ElementListForm.write(list.get(), at));
                i += list.get().parameters().size() - 1;
            } else {
                members.node(parameters.get(i).name(), ParameterWriter.node(parameters.get(i), at));
            }
        }
        study.node("space", members.build());
        if (!space.constraints().isEmpty()) {
            study.texts("require", space.constraints());
        }
    }

    private static Optional<ElementList> listAt(SearchSpace space, int index) {
        var from = space.parameters().subList(index, space.parameters().size());
        return space.lists().stream().filter(list -> list.lengthName().equals(from.getFirst().name()))
                .filter(list -> from.subList(0, Math.min(from.size(), list.parameters().size())).equals(list.parameters())).findFirst();
    }
}
