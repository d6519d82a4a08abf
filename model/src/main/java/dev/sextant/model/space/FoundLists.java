package dev.sextant.model.space;

import dev.sextant.model.expression.Expression;
import dev.sextant.model.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Finds the lists among the parameters of a space: a candidate is read off and written again, and is one if the same
/// parameters come out.
record FoundLists(List<Parameter> parameters, Map<String, Parameter> byName) {
    private static final String LENGTH = ".length";

    /// The lists, in the order of the space.
    List<ElementList> all() {
        var found = new ArrayList<ElementList>();
        for (var parameter : parameters) {
            if (parameter.name().endsWith(LENGTH) && parameter.domain() instanceof IntRange length
                    && found.stream().noneMatch(list -> list.owns(parameter.name()))) {
                candidate(parameter, length).filter(this::isWhole).ifPresent(found::add);
            }
        }
        return List.copyOf(found);
    }

    private Optional<ElementList> candidate(Parameter head, IntRange length) {
        var name = head.name().substring(0, head.name().length() - LENGTH.length());
        var prefix = name + "." + length.high() + ".";
        var last = parameters.stream().filter(p -> p.name().startsWith(prefix)).toList();
        try {
            var bare = last.stream().map(p -> renamed(p, p.name().substring(prefix.length()))).toList();
            var list = new ElementList(name, length, bare, Optional.empty(), head.condition());
            return Optional.of(withStandard(head, withConditions(last, list)));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static Parameter renamed(Parameter parameter, String name) {
        return new Parameter(name, parameter.domain(), parameter.standard(), Optional.empty(), parameter.prior(), parameter.was());
    }

    private static ElementList withConditions(List<Parameter> last, ElementList list) {
        var element = IntStream.range(0, last.size()).mapToObj(i -> {
            var bare = list.element().get(i);
            return last.get(i).condition().flatMap(c -> own(c, list)).map(bare::onlyIf).orElse(bare);
        }).toList();
        return new ElementList(list.name(), list.length(), element, list.standard(), list.condition());
    }

    /// The condition that a parameter of the last element has beyond that there is such an element.
    private static Optional<String> own(String condition, ElementList list) {
        var there = list.reaches(list.most());
        var prefix = list.name(list.most(), "");
        var own = condition.startsWith(there + " and (") && condition.endsWith(")")
                ? condition.substring(there.length() + " and (".length(), condition.length() - 1) : condition;
        return own.equals(there) ? Optional.empty()
                : Optional.of(Expression.renamed(own, word -> word.startsWith(prefix) ? word.substring(prefix.length()) : word));
    }

    private ElementList withStandard(Parameter head, ElementList list) {
        return head.standard().flatMap(Discrete::whole).map(length -> list.withDefault(
                IntStream.rangeClosed(1, length.intValue()).mapToObj(place -> standard(place, list)).toList())).orElse(list);
    }

    private SequencedMap<String, Value> standard(int place, ElementList list) {
        var differing = new LinkedHashMap<String, Value>();
        for (var parameter : list.element()) {
            Optional.ofNullable(byName.get(list.name(place, parameter.name()))).flatMap(Parameter::standard)
                    .filter(value -> !parameter.standard().equals(Optional.of(value)))
                    .ifPresent(value -> differing.put(parameter.name(), value));
        }
        return differing;
    }

    /// What is believed or remembered of single parameters does not count, for an evolution may have set it.
    private boolean isWhole(ElementList list) {
        var made = list.parameters();
        return byName.get(list.name()) == null
                && parameters.stream().filter(p -> list.owns(p.name())).count() == made.size()
                && made.stream().allMatch(p -> isSame(p, byName.get(p.name())));
    }

    private static boolean isSame(Parameter made, @Nullable Parameter there) {
        return there != null && made.domain().equals(there.domain()) && made.condition().equals(there.condition());
    }
}
