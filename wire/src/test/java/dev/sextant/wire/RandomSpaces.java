package dev.sextant.wire;

import dev.sextant.model.space.Bool;
import dev.sextant.model.space.Choice;
import dev.sextant.model.space.Constant;
import dev.sextant.model.space.Domain;
import dev.sextant.model.space.ElementList;
import dev.sextant.model.space.IntRange;
import dev.sextant.model.space.Ordinal;
import dev.sextant.model.space.Parameter;
import dev.sextant.model.space.Prior;
import dev.sextant.model.space.RealRange;
import dev.sextant.model.space.Scale;
import dev.sextant.model.space.SearchSpace;
import dev.sextant.model.space.SteppedRange;
import dev.sextant.model.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/// Search spaces of every kind of parameter, drawn at random.
public final class RandomSpaces {
    private RandomSpaces() {}

    /// Spaces of one to twelve parameters, of which every third depends on a flag, and up to two lists.
    public static Arbitrary<SearchSpace> spaces() {
        return Combinators.combine(parameter().list().ofMinSize(1).ofMaxSize(12), list().list().ofMaxSize(2)).as(RandomSpaces::space);
    }

    /// Lists of elements whose second parameter depends on the first, some with a default, some that depend on a flag.
    private static Arbitrary<ElementList> list() {
        return Combinators.combine(parameter(), Arbitraries.integers().between(0, 2), Arbitraries.integers().between(1, 3),
                Arbitraries.of(true, false), unit().list().ofMaxSize(2)).as((drawn, least, more, gated, standard) -> {
            var first = new Parameter("a" + drawn.name(), drawn.domain(), drawn.standard(), Optional.empty(), drawn.prior(), drawn.was());
            var plain = ElementList.of("list", least, least + more, Parameter.of("on", new Bool(true)), first.onlyIf("on"));
            var list = gated ? plain.onlyIf("gate") : plain;
            return standard.size() < least ? list : list.withDefault(standard.stream().limit(list.most()).map(unit -> unit
                    .<SequencedMap<String, Value>>map(u -> new LinkedHashMap<>(Map.of(first.name(), first.domain().at(u)))).orElseGet(LinkedHashMap::new)).toList());
        });
    }

    private static SearchSpace space(List<Parameter> drawn, List<ElementList> lists) {
        var parameters = new ArrayList<Parameter>();
        parameters.add(Parameter.of("gate", new Bool(true)));
        for (int i = 0; i < drawn.size(); i++) {
            var one = drawn.get(i);
            var condition = i % 3 == 2 ? Optional.of("gate") : one.condition();
            parameters.add(new Parameter("p" + i + one.name(), one.domain(), one.standard(), condition, one.prior(), one.was()));
        }
        for (int i = 0; i < lists.size(); i++) {
            var list = lists.get(i);
            parameters.addAll(new ElementList("l" + i, list.length(), list.element(), list.standard(), list.condition()).parameters());
        }
        return new SearchSpace(parameters, List.of("gate or not gate"), 1);
    }

    private static Arbitrary<Parameter> parameter() {
        var names = Arbitraries.strings().withChars("abcXYZ_.-09").ofMaxLength(5);
        return Combinators.combine(names, domains(), unit(), unit(), unit()).as((name, domain, standard, around, was) -> {
            var plain = Parameter.of("x" + name, domain);
            var first = standard.map(unit -> plain.withDefault(domain.at(unit))).orElse(plain);
            var known = around.filter(_ -> !(domain instanceof Constant)).map(unit -> first.withPrior(prior(domain, unit))).orElse(first);
            return was.map(unit -> known.formerly(domain.at(unit))).orElse(known);
        });
    }

    private static Arbitrary<Optional<Double>> unit() {
        return Arbitraries.doubles().between(0, 1).optional(0.5);
    }

    /// With a spread that any domain but a logarithmic one may have.
    private static Prior prior(Domain domain, double place) {
        boolean logarithmic = (domain instanceof RealRange real && real.scale() == Scale.LOG)
                || (domain instanceof IntRange whole && whole.scale() == Scale.LOG);
        return place < 0.5 ? Prior.around(domain.at(place)) : Prior.around(domain.at(place), logarithmic ? 1 + place : place * 0.75);
    }

    /// Domains of every kind.
    public static Arbitrary<Domain> domains() {
        return Arbitraries.oneOf(reals(), stepped(), whole(), listed(), Arbitraries.of(new Bool(true), new Bool(false)),
                value().map(Constant::new));
    }

    private static Arbitrary<Domain> reals() {
        var ends = Arbitraries.doubles().between(1e-12, 1e12).ofScale(12).set().ofSize(2).map(List::copyOf);
        return Combinators.combine(ends, Arbitraries.of(Scale.values()), Arbitraries.of(1, -1)).as((pair, scale, sign) -> {
            double low = Math.min(pair.get(0), pair.get(1));
            double high = Math.max(pair.get(0), pair.get(1));
            return scale == Scale.LOG || sign > 0 ? new RealRange(low, high, scale) : new RealRange(-high, -low, scale);
        });
    }

    private static Arbitrary<Domain> stepped() {
        return Combinators.combine(Arbitraries.integers().between(-50, 50), Arbitraries.integers().between(1, 40),
                Arbitraries.of(0.1, 0.25, 0.5, 1e-3)).as((low, steps, step) -> SteppedRange.of(low / 10.0, low / 10.0 + steps * step, step));
    }

    private static Arbitrary<Domain> whole() {
        return Combinators.combine(Arbitraries.longs().between(-1000, 1000), Arbitraries.longs().between(0, 1L << 40),
                Arbitraries.of(Scale.values()), Arbitraries.longs().between(1, 9)).as((low, width, scale, step) ->
                scale == Scale.LOG ? new IntRange(Math.abs(low) + 1, Math.abs(low) + 1 + width, scale, 1)
                        : new IntRange(low, low + width, scale, step));
    }

    private static Arbitrary<Domain> listed() {
        return Combinators.combine(value().list().ofMinSize(1).ofMaxSize(6).uniqueElements(Value::text),
                Arbitraries.of(true, false)).as((values, ordered) -> ordered ? new Ordinal(values) : new Choice(values));
    }

    /// Values of every kind; texts with quotes, control characters and letters beyond the basic plane.
    public static Arbitrary<Value> value() {
        return Arbitraries.oneOf(
                Arbitraries.doubles().ofScale(9).map(Value.Real::new),
                Arbitraries.longs().between(-(1L << 53), 1L << 53).map(Value.Int::new),
                Arbitraries.of(true, false).map(Value.Flag::new),
                Arbitraries.strings().withChars("ab \"\\\n\t{}[],:'#é€😀".toCharArray()).ofMaxLength(8).map(RandomSpaces::text));
    }

    private static Value text(String drawn) {
        return new Value.Text("w" + drawn.replaceAll("\\p{Cs}", ""));
    }
}
