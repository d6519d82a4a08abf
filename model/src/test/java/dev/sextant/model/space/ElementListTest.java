package dev.sextant.model.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.model.expression.Expression;
import dev.sextant.model.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ElementListTest {
    private static final Parameter UNITS = Parameter.of("units", new IntRange(8, 512, Scale.LOG, 1));
    private static final Parameter ACT = Parameter.of("act", new Choice(List.of(new Value.Text("relu"), new Value.Text("tanh"))));
    private static final Parameter DROP = Parameter.of("drop", new RealRange(0, 1, Scale.LINEAR)).onlyIf("act == relu or units > 100");
    private static final ElementList LAYERS = ElementList.of("layer", 1, 3, UNITS, ACT, DROP);

    private static SearchSpace space(ElementList list, Parameter... others) {
        var all = new ArrayList<>(List.of(others));
        all.addAll(list.parameters());
        return new SearchSpace(all, List.of(), 1);
    }

    private static Configuration accept(SearchSpace space, Map<String, Value> given) {
        return space.accept(given);
    }

    @Test
    void itsParameters_areALengthAndElementsThatExistWhereItIsSoLong() {
        assertThat(LAYERS.parameters()).extracting(Parameter::name).containsExactly("layer.length", "layer.1.units", "layer.1.act",
                "layer.1.drop", "layer.2.units", "layer.2.act", "layer.2.drop", "layer.3.units", "layer.3.act", "layer.3.drop");
        assertThat(LAYERS.parameters()).extracting(p -> p.condition().orElse("")).containsExactly("", "", "",
                "`layer.1.act` == relu or `layer.1.units` > 100", "`layer.length` >= 2", "`layer.length` >= 2",
                "`layer.length` >= 2 and (`layer.2.act` == relu or `layer.2.units` > 100)", "`layer.length` >= 3", "`layer.length` >= 3",
                "`layer.length` >= 3 and (`layer.3.act` == relu or `layer.3.units` > 100)");
    }

    @Test
    void aSpaceFindsItsLists() {
        var conditional = LAYERS.onlyIf("kind == net");
        var kind = Parameter.of("kind", new Choice(List.of(new Value.Text("net"), new Value.Text("tree"))));
        assertThat(space(LAYERS).lists()).containsExactly(LAYERS);
        assertThat(space(conditional, kind).lists()).containsExactly(conditional);
        assertThat(space(ElementList.of("a", 0, 1, UNITS)).lists()).containsExactly(ElementList.of("a", 0, 1, UNITS));
        assertThat(space(ElementList.of("a.b", 2, 2, UNITS)).lists()).containsExactly(ElementList.of("a.b", 2, 2, UNITS));
    }

    @Test
    void aDefault_isFoundAgain() {
        SequencedMap<String, Value> wide = new LinkedHashMap<>(Map.of("units", new Value.Int(300)));
        var list = ElementList.of("layer", 1, 3, UNITS.withDefault(new Value.Int(64)), ACT).withDefault(List.of(wide, new LinkedHashMap<>()));
        assertThat(space(list).lists()).containsExactly(list);
        assertThat(space(list).start().values()).containsEntry("layer.length", new Value.Int(2))
                .containsEntry("layer.1.units", new Value.Int(300)).containsEntry("layer.2.units", new Value.Int(64)).doesNotContainKey("layer.3.units");
    }

    @Test
    void whatOnlyLooksLikeAList_isNone() {
        var parameters = LAYERS.parameters();
        var longer = new ArrayList<>(parameters);
        longer.add(Parameter.of("layer.note", new Bool(true)));
        assertThat(new SearchSpace(longer, List.of(), 1).lists()).isEmpty();
        assertThat(new SearchSpace(parameters.subList(0, 7), List.of(), 1).lists()).isEmpty();
        var other = new ArrayList<>(parameters);
        other.set(4, Parameter.of("layer.2.units", IntRange.of(1, 9)).onlyIf("`layer.length` >= 2"));
        assertThat(new SearchSpace(other, List.of(), 1).lists()).isEmpty();
        assertThat(SearchSpace.of(Parameter.of("layer.length", IntRange.of(1, 3))).lists()).isEmpty();
    }

    @Test
    void aBeliefThatAnEvolutionLeftBehind_hidesNoList() {
        var former = space(ElementList.of("layer", 1, 2, UNITS.withDefault(new Value.Int(64))));
        var longer = space(ElementList.of("layer", 1, 3, UNITS.withDefault(new Value.Int(64)))).after(former);
        assertThat(longer.lists()).hasSize(1);
    }

    @Test
    void aLongerList_keepsTheTrialsOfAShorterOne() {
        var former = space(LAYERS);
        var longer = space(ElementList.of("layer", 1, 5, UNITS, ACT, DROP)).after(former);
        var trial = accept(former, Map.of("layer.length", new Value.Int(2), "layer.1.units", new Value.Int(100)));
        assertThat(longer.fit(trial)).contains(trial);
    }

    @Test
    void elements_areRead() {
        var configuration = accept(space(LAYERS), Map.of("layer.length", new Value.Int(2), "layer.1.act", new Value.Text("tanh"),
                "layer.1.units", new Value.Int(9), "layer.2.units", new Value.Int(32), "layer.2.drop", new Value.Real(0.25)));
        assertThat(LAYERS.elements(configuration.values()).orElseThrow()).containsExactly(
                new LinkedHashMap<>(Map.of("units", new Value.Int(9), "act", new Value.Text("tanh"))),
                new LinkedHashMap<>(Map.of("units", new Value.Int(32), "act", new Value.Text("relu"), "drop", new Value.Real(0.25))));
        assertThat(LAYERS.elements(Map.of())).isEmpty();
    }

    @Test
    void whatIsNoList_isRefused() {
        Stream.<Runnable>of(() -> ElementList.of("layer", 0, 0, UNITS), () -> ElementList.of("layer", -1, 2, UNITS), () -> ElementList.of("layer", 1, 257, UNITS))
                .forEach(wrong -> assertThatThrownBy(wrong::run).hasMessageStartingWith("List 'layer': its length must lie within 0..256, not"));
        assertThatThrownBy(() -> ElementList.of("layer", 1, 2)).hasMessage("List 'layer' needs at least one parameter of its elements.");
        assertThatThrownBy(() -> ElementList.of("layer", 1, 2, UNITS, UNITS)).hasMessage("List 'layer': parameter 'units' is defined twice.");
        assertThatThrownBy(() -> ElementList.of("layer", 1, 2, Parameter.of("length", new Bool(true)))).hasMessageContaining("no parameter 'length'");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '#', value = {
        "a == b|`x.a` == b", "min(a, 2) < max ( min , a )|min(`x.a`, 2) < max ( `x.min` , `x.a` )", "`a`>'a'|`x.a`>'a'",
        "not (a and in_a) or true|not (`x.a` and in_a) or true", "c|c"})
    void names_areReplacedAndNothingElse(String text, String expected) {
        var renamed = List.of("a", "min", "true", "and");
        assertThat(Expression.renamed(text, word -> renamed.contains(word) ? "x." + word : word)).isEqualTo(expected);
        assertThat(Expression.renamed(expected.replace("x.min", "x.a"), word -> word.startsWith("x.") ? word.substring(2) : word)).doesNotContain("x.");
    }
}
