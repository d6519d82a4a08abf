package dev.sextant.run.command;

import dev.sextant.model.space.ElementList;
import dev.sextant.model.space.Parameter;
import dev.sextant.model.study.FidelityRange;
import dev.sextant.model.study.StudySpec;
import dev.sextant.model.value.Value;
import dev.sextant.wire.trial.ListedValues;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a command may name of a configuration: `lr`; and of a list all of it, `layer`, one parameter of all elements,
/// `layer.units`, or that of one, `layer.2.units`. Immutable.
///
/// @param parameters the names of the space, in its order, and of the fidelity
/// @param conditional those of them that may be inactive
/// @param lists that some of the parameters are
public record Names(List<String> parameters, Set<String> conditional, List<ElementList> lists) {
    public Names {
        parameters = List.copyOf(parameters);
        lists = List.copyOf(lists);
    }

    /// Those of a study.
    public static Names of(StudySpec spec) {
        var names = new ArrayList<>(spec.space().parameters().stream().map(Parameter::name).toList());
        spec.fidelity().map(FidelityRange::name).filter(name -> !names.contains(name)).ifPresent(names::add);
        var conditional = spec.space().parameters().stream().filter(p -> p.condition().isPresent()).map(Parameter::name).collect(Collectors.toSet());
        spec.space().lists().stream().filter(list -> list.condition().isPresent()).forEach(list -> summaries(list).forEach(conditional::add));
        return new Names(names, conditional, spec.space().lists());
    }

    /// The list itself and its columns.
    private static Stream<String> summaries(ElementList list) {
        return Stream.concat(Stream.of(list.name()), columns(list));
    }

    private static Stream<String> columns(ElementList list) {
        return list.element().stream().map(parameter -> column(list, parameter));
    }

    private static String column(ElementList list, Parameter parameter) {
        return list.name() + "." + parameter.name();
    }

    boolean contains(String name) {
        return parameters.contains(name) || lists.stream().flatMap(Names::summaries).anyMatch(name::equals);
    }

    /// The names to tell people of: for a list itself and its columns.
    List<String> brief() {
        return Stream.concat(inBrief(parameters).stream(), lists.stream().flatMap(Names::columns)).toList();
    }

    /// Names of parameters with a list in the place of its own.
    List<String> inBrief(List<String> names) {
        return names.stream().map(name -> owner(name).map(ElementList::name).orElse(name)).distinct().toList();
    }

    private Optional<ElementList> owner(String name) {
        return lists.stream().filter(list -> list.owns(name) || list.name().equals(name)).findFirst();
    }

    Optional<ElementList> list(String name) {
        return lists.stream().filter(list -> list.name().equals(name)).findFirst();
    }

    /// Whether a parameter is told where such names are: by its own, or by one that stands for several.
    boolean isTold(String parameter, Predicate<String> named) {
        return named.test(parameter) || owner(parameter).filter(list -> named.test(list.name())
                || list.element().stream().anyMatch(p -> named.test(column(list, p)) && isIn(parameter, list, p))).isPresent();
    }

    /// Whoever is told all values of one column can count them.
    private static boolean isIn(String parameter, ElementList list, Parameter column) {
        return parameter.equals(list.lengthName()) || parameter.endsWith("." + column.name());
    }

    /// Whether a value becomes a flag, where flags stand for all that is not named: a list is one flag, unless a part of it is named.
    public boolean isFlag(String name, Predicate<String> named) {
        var owner = owner(name);
        if (owner.isEmpty()) {
            return !named.test(name);
        }
        var list = owner.get();
        boolean whole = Stream.concat(summaries(list), list.parameters().stream().map(Parameter::name)).noneMatch(named);
        return name.equals(list.name()) ? whole : !whole && parameters.contains(name) && !isTold(name, named);
    }

    /// The text of each name that a configuration has a value for.
    ///
    /// @param values of the active parameters, and of the fidelity
    public SequencedMap<String, String> texts(SequencedMap<String, Value> values) {
        var texts = new LinkedHashMap<String, String>();
        values.forEach((name, value) -> {
            lists.stream().filter(list -> list.lengthName().equals(name)).forEach(list -> summarise(list, values, texts));
            texts.put(name, value.text());
        });
        return texts;
    }

    private static void summarise(ElementList list, SequencedMap<String, Value> values, SequencedMap<String, String> texts) {
        texts.put(list.name(), ListedValues.text(list, values));
        var elements = list.elements(values).orElse(List.of());
        list.element().forEach(parameter -> texts.put(column(list, parameter), elements.stream()
                .map(element -> Optional.ofNullable(element.get(parameter.name())).map(Value::text).orElse(""))
                .collect(Collectors.joining(","))));
    }
}
