package dev.sextant.library;

import dev.sextant.model.space.Bool;
import dev.sextant.model.space.Choice;
import dev.sextant.model.space.ElementList;
import dev.sextant.model.space.IntRange;
import dev.sextant.model.space.Ordinal;
import dev.sextant.model.space.Parameter;
import dev.sextant.model.space.RealRange;
import dev.sextant.model.space.Scale;
import dev.sextant.model.space.SearchSpace;
import dev.sextant.model.value.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Short words for the parameters of a search space. Conditions, defaults and constraints are set on what they return:
/// `Space.integer("degree", 2, 4).onlyIf("kernel == poly")`, `Space.of(…).require("layers * width <= 4096")`.
public final class Space {
    private Space() {}

    /// A space of some parameters.
    public static SearchSpace of(Parameter... parameters) {
        return SearchSpace.of(parameters);
    }

    /// A space of some parameters, then those of lists.
    public static SearchSpace of(List<Parameter> parameters, ElementList... lists) {
        var all = new ArrayList<>(parameters);
        Arrays.stream(lists).forEach(list -> all.addAll(list.parameters()));
        return new SearchSpace(all, List.of(), 1);
    }

    /// A real number in `[low, high]`.
    public static Parameter real(String name, double low, double high) {
        return Parameter.of(name, new RealRange(low, high, Scale.LINEAR));
    }

    /// A real number in `[low, high]`, `low > 0`, whose logarithm is spread evenly.
    public static Parameter log(String name, double low, double high) {
        return Parameter.of(name, new RealRange(low, high, Scale.LOG));
    }

    /// A whole number from `low` to `high`, both included.
    public static Parameter integer(String name, long low, long high) {
        return Parameter.of(name, IntRange.of(low, high));
    }

    /// One of some words, in no order.
    public static Parameter choice(String name, String... words) {
        return Parameter.of(name, new Choice(values(words)));
    }

    /// One of some words, lowest first.
    public static Parameter ordered(String name, String... words) {
        return Parameter.of(name, new Ordinal(values(words)));
    }

    /// A switch.
    public static Parameter flag(String name) {
        return Parameter.of(name, new Bool(false));
    }

    /// A list of elements that have parameters of their own, at least and at most so many. Its parameters go beside others in
    /// [#of(List, ElementList...)].
    public static ElementList list(String name, int least, int most, Parameter... element) {
        return ElementList.of(name, least, most, element);
    }

    private static List<Value> values(String... words) {
        return Arrays.stream(words).map(Value::of).toList();
    }
}
