package dev.sextant.wire.study;

import dev.sextant.model.expression.ExpressionException;
import dev.sextant.model.space.Parameter;
import dev.sextant.model.space.SearchSpace;
import dev.sextant.wire.study.Fields.Named;
import dev.sextant.wire.tree.FormException;
import dev.sextant.wire.tree.Node;
import dev.sextant.wire.tree.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// `space: {…}` and `require: […]`.
final class SpaceForm {
    private final Node.Obj space;
    private final List<Named> constraints;
    private final List<Parameter> parameters;
    private final int version;

    private SpaceForm(Node.Obj space, List<Named> constraints, List<Parameter> parameters, int version) {
        this.space = space;
        this.constraints = constraints;
        this.parameters = parameters;
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
        var parameters = space.members().stream().map(m -> ParameterForm.read(m, notices)).toList();
        var constraints = study.get("require", Named::items).orElse(List.of());
        return new SpaceForm(space, constraints, parameters, version).built();
    }

    private SearchSpace built() {
        var texts = constraints.stream().map(Named::text).toList();
        try {
            return new SearchSpace(parameters, texts, version);
        } catch (IllegalArgumentException mistake) {
            throw located().orElseGet(() -> space.at().error(String.valueOf(mistake.getMessage())));
        }
    }

    /// The condition or constraint that cannot be read. Each is tried alone among parameters without conditions.
    private Optional<FormException> located() {
        var bare = parameters.stream().map(p -> new Parameter(p.name(), p.domain(), p.standard(), Optional.empty())).toList();
        for (int i = 0; i < parameters.size(); i++) {
            var tried = new ArrayList<>(bare);
            tried.set(i, parameters.get(i));
            var mistake = mistake(tried, List.of());
            if (mistake.isPresent()) {
                return Optional.of(atCondition(space.members().get(i), mistake.get()));
            }
        }
        return constraints.stream().flatMap(c -> mistake(bare, List.of(c.text())).map(m -> at(c.node(), m, "")).stream()).findFirst();
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

    private static FormException atCondition(Node.Member member, ExpressionException mistake) {
        var who = "Parameter '%s': ".formatted(member.name());
        var condition = member.value() instanceof Node.Obj object ? object.find("if") : Optional.<Node.Member>empty();
        return condition.map(c -> at(c.value(), mistake, who)).orElseGet(() -> member.at().error(who + mistake.rule()));
    }

    private static FormException at(Node node, ExpressionException mistake, String who) {
        var place = node instanceof Node.Text text ? text.within(mistake.offset()) : node.at();
        return place.error(who + mistake.rule());
    }

    static void write(SearchSpace space, TreeBuilder study, Position at) {
        var parameters = new TreeBuilder(at);
        space.parameters().forEach(p -> parameters.node(p.name(), ParameterWriter.node(p, at)));
        study.node("space", parameters.build());
        if (!space.constraints().isEmpty()) {
            study.texts("require", space.constraints());
        }
    }
}
