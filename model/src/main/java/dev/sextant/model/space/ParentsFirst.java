package dev.sextant.model.space;

import dev.sextant.model.expression.Expression;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedSet;

/// Orders parameters so that each stands behind those its condition mentions.
final class ParentsFirst {
    private final Map<String, Parameter> byName = new HashMap<>();
    private final Map<String, Expression> conditions;
    private final SequencedSet<Parameter> ordered = new LinkedHashSet<>();
    private final Deque<String> path = new ArrayDeque<>();

    private ParentsFirst(List<Parameter> parameters, Map<String, Expression> conditions) {
        this.conditions = conditions;
        parameters.forEach(p -> byName.put(p.name(), p));
    }

    /// @throws IllegalArgumentException that shows the circle if conditions depend on each other
    static List<Parameter> order(List<Parameter> parameters, Map<String, Expression> conditions) {
        var search = new ParentsFirst(parameters, conditions);
        parameters.forEach(search::visit);
        return List.copyOf(search.ordered);
    }

    private void visit(Parameter parameter) {
        if (ordered.contains(parameter)) {
            return;
        }
        if (path.contains(parameter.name())) {
            throw circle(parameter.name());
        }
        path.addLast(parameter.name());
        var condition = conditions.get(parameter.name());
        if (condition != null) {
            condition.names().stream().map(byName::get).filter(Objects::nonNull).forEach(this::visit);
        }
        path.removeLast();
        ordered.add(parameter);
    }

    private IllegalArgumentException circle(String name) {
        var names = new ArrayList<>(path);
        var circle = new ArrayList<>(names.subList(names.indexOf(name), names.size()));
        circle.add(name);
        return new IllegalArgumentException("""
                The conditions of the parameters form a circle: %s.
                A parameter may only depend on parameters that do not depend on it.""".formatted(String.join(" → ", circle)));
    }
}
