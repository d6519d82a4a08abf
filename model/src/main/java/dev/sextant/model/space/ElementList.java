package dev.sextant.model.space;

import dev.sextant.model.expression.Expression;
import dev.sextant.model.value.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// A list of elements that have parameters of their own, between some and many of them long: the layers of a network.
///
/// It is a way to write and to read [ordinary parameters][#parameters()]: `layer.length`, and for each place from 1 on
/// `layer.1.units`, `layer.1.act`, which have a value where the list is so long. Whoever knows nothing of lists sees these.
///
/// @param length how many elements there may be: at least 0, at most [#LONGEST], in steps of 1
/// @param element the parameters of every element by their bare names; a condition that mentions one of these means the
///     one of the same element
/// @param standard the default: its length, and of each element what differs from the defaults of `element`
/// @param condition the list exists only where it holds
public record ElementList(String name, IntRange length, List<Parameter> element,
        Optional<List<SequencedMap<String, Value>>> standard, Optional<String> condition) {
    /// The longest list.
    public static final int LONGEST = 256;

    private static final String LENGTH = "length";

    public ElementList {
        element = List.copyOf(element);
        standard = standard.map(List::copyOf);
        if (element.isEmpty()) {
            throw new IllegalArgumentException("List '%s' needs at least one parameter of its elements.".formatted(name));
        }
        if (length.low() < 0 || length.high() < 1 || length.high() > LONGEST || !length.equals(IntRange.of(length.low(), length.high()))) {
            throw new IllegalArgumentException("List '%s': its length must lie within 0..%d, not %s."
                    .formatted(name, LONGEST, length.allowed()));
        }
        var names = new HashSet<String>();
        for (var parameter : element) {
            if (parameter.name().equals(LENGTH)) {
                throw new IllegalArgumentException("List '%s': its elements have no parameter 'length'; that is the length of the list."
                        .formatted(name));
            }
            if (!names.add(parameter.name())) {
                throw new IllegalArgumentException("List '%s': parameter '%s' is defined twice.".formatted(name, parameter.name()));
            }
        }
    }

    /// A list without defaults that is always there.
    public static ElementList of(String name, int least, int most, Parameter... element) {
        return new ElementList(name, IntRange.of(least, most), List.of(element), Optional.empty(), Optional.empty());
    }

    public ElementList onlyIf(String expression) {
        return new ElementList(name, length, element, standard, Optional.of(expression));
    }

    /// With a default: so many elements, each with the defaults of its parameters.
    public ElementList withDefault(int elements) {
        return withDefault(Collections.nCopies(elements, new LinkedHashMap<>()));
    }

    /// With a default.
    ///
    /// @param elements of each what differs from the defaults of its parameters
    public ElementList withDefault(List<SequencedMap<String, Value>> elements) {
        return new ElementList(name, length, element, Optional.of(elements), condition);
    }

    /// The least number of elements.
    public int least() {
        return (int) length.low();
    }

    /// The greatest number of elements.
    public int most() {
        return (int) length.high();
    }

    /// The name of the parameter that says how long it is.
    public String lengthName() {
        return name + "." + LENGTH;
    }

    /// The name of a parameter of an element.
    ///
    /// @param place from 1
    /// @param column the bare name
    public String name(int place, String column) {
        return name + "." + place + "." + column;
    }

    /// Whether a parameter of the space belongs to this list.
    public boolean owns(String parameter) {
        return parameter.startsWith(name + ".");
    }

    /// The parameters of a space that are this list: its length, then element by element.
    public List<Parameter> parameters() {
        var all = new ArrayList<Parameter>();
        all.add(new Parameter(lengthName(), length, standard.map(s -> new Value.Int(s.size())), condition));
        for (int place = 1; place <= most(); place++) {
            for (var parameter : element) {
                all.add(new Parameter(name(place, parameter.name()), parameter.domain(), standard(place, parameter),
                        condition(place, parameter), parameter.prior(), parameter.was()));
            }
        }
        return all;
    }

    private Optional<Value> standard(int place, Parameter parameter) {
        return standard.filter(s -> place <= s.size()).map(s -> s.get(place - 1).get(parameter.name())).or(parameter::standard);
    }

    private Optional<String> condition(int place, Parameter parameter) {
        var own = parameter.condition().map(c -> Expression.renamed(c, word -> isColumn(word) ? name(place, word) : word));
        if (place <= least() && condition.isEmpty()) {
            return own;
        }
        var there = reaches(place);
        return Optional.of(own.map(c -> there + " and (" + c + ")").orElse(there));
    }

    private boolean isColumn(String word) {
        return element.stream().anyMatch(p -> p.name().equals(word));
    }

    /// The condition under which there is an element at a place.
    String reaches(int place) {
        return "`%s` >= %d".formatted(lengthName(), place);
    }

    /// The elements in a configuration, with the values of their active parameters by bare names; empty if the list does
    /// not exist there.
    ///
    /// @param values by the names of the space
    public Optional<List<SequencedMap<String, Value>>> elements(Map<String, Value> values) {
        return Optional.ofNullable(values.get(lengthName())).map(given -> {
            var elements = new ArrayList<SequencedMap<String, Value>>();
            for (int place = 1; place <= Discrete.number(given); place++) {
                elements.add(element(place, values));
            }
            return elements;
        });
    }

    private SequencedMap<String, Value> element(int place, Map<String, Value> values) {
        var found = new LinkedHashMap<String, Value>();
        for (var parameter : element) {
            var value = values.get(name(place, parameter.name()));
            if (value != null) {
                found.put(parameter.name(), value);
            }
        }
        return found;
    }
}
