package dev.sextant.run.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sextant.model.space.Choice;
import dev.sextant.model.space.ElementList;
import dev.sextant.model.space.IntRange;
import dev.sextant.model.space.Parameter;
import dev.sextant.model.space.RealRange;
import dev.sextant.model.space.Scale;
import dev.sextant.model.space.SearchSpace;
import dev.sextant.model.study.Program;
import dev.sextant.model.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ListPlaceholdersTest {
    private static final Surroundings SURROUNDINGS = new Surroundings(7, "/runs/1", "/runs/1/checkpoint", "/home/study", "/jdk/bin/java");
    private static final ElementList LAYERS = ElementList.of("layer", 0, 3,
            Parameter.of("units", IntRange.of(1, 512)),
            Parameter.of("act", new Choice(List.of(new Value.Text("relu"), new Value.Text("tanh")))),
            Parameter.of("drop", new RealRange(0, 1, Scale.LINEAR)).onlyIf("act == relu"));
    private static final SearchSpace SPACE = space();

    private static SearchSpace space() {
        var parameters = new ArrayList<>(List.of(Parameter.of("lr", new RealRange(0, 1, Scale.LINEAR))));
        parameters.addAll(LAYERS.parameters());
        return new SearchSpace(parameters, List.of(), 1);
    }

    private static CommandReading read(String... command) {
        var parameters = SPACE.parameters().stream().map(Parameter::name).toList();
        var conditional = SPACE.parameters().stream().filter(p -> p.condition().isPresent()).map(Parameter::name).collect(Collectors.toSet());
        return CommandReading.of(Program.of(List.of(command), "/tmp"), new Names(parameters, Set.copyOf(conditional), SPACE.lists()));
    }

    private static List<String> fill(int length, String... command) {
        var given = new LinkedHashMap<String, Value>();
        given.put("lr", new Value.Real(0.5));
        given.put("layer.length", new Value.Int(length));
        if (length == 2) {
            given.put("layer.1.units", new Value.Int(64));
            given.put("layer.2.units", new Value.Int(32));
            given.put("layer.2.act", new Value.Text("tanh"));
        }
        var names = new Names(SPACE.parameters().stream().map(Parameter::name).toList(), Set.of(), SPACE.lists());
        return read(command).template().fill(names.texts(SPACE.accept(given).values()), SURROUNDINGS);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "{layer}|[{\"units\":64,\"act\":\"relu\",\"drop\":0.5},{\"units\":32,\"act\":\"tanh\"}]",
        "--units={layer.units}|--units=64,32", "{layer.drop}|0.5,", "{layer.length}|2", "{layer.2.act}|tanh", "${layer}{layer.length}|${layer}2"})
    void aListIsNamedWhole_byOneOfItsColumns_orByOneValue(String word, String expected) {
        assertThat(fill(2, "run", word)).containsExactly("run", expected);
    }

    @Test
    void anEmptyListIsThere_andAnElementBeyondTheEndLeavesItsArgumentOut() {
        assertThat(fill(0, "run", "{layer}", "--units={layer.units}", "--first={layer.1.units}")).containsExactly("run", "[]", "--units=");
    }

    @Test
    void amongFlags_aListIsOne_unlessAPartOfItIsNamed() {
        var json = "[{\"units\":64,\"act\":\"relu\",\"drop\":0.5},{\"units\":32,\"act\":\"tanh\"}]";
        assertThat(fill(2, "run")).containsExactly("run", "--lr=0.5", "--layer=" + json);
        assertThat(fill(2, "run", "{lr}", "{params}")).containsExactly("run", "0.5", "--layer=" + json);
        assertThat(fill(2, "run", "{layer}", "{params}")).containsExactly("run", json, "--lr=0.5");
        assertThat(fill(2, "run", "{layer.units}", "{params}"))
                .containsExactly("run", "64,32", "--lr=0.5", "--layer.1.act=relu", "--layer.1.drop=0.5", "--layer.2.act=tanh");
    }

    @Test
    void whatIsNotTold_isSaidInBrief() {
        assertThat(read("run", "{lr}").warnings()).singleElement().asString().contains("but not layer.").contains("add {layer} or {params}");
        assertThat(read("run", "{lr}", "{layer.units}", "{layer.act}", "{layer.drop}").untold()).isEmpty();
        assertThat(read("run", "{lr}", "{layer}").warnings()).isEmpty();
        assertThat(read("sh", "-c", "train {lr} \"$SEXTANT_PARAM_layer\"").warnings()).isEmpty();
    }

    @Test
    void aWrongNameIsAnsweredByTheNearest_withoutEveryPlaceOfTheList() {
        assertThatIllegalArgumentException().isThrownBy(() -> read("run", "{layer.unit}"))
                .withMessageContaining("{layer.unit} in '{layer.unit}' names no parameter; there are lr, layer, layer.units, layer.act, layer.drop,")
                .withMessageContaining("Did you mean 'layer.units'");
    }

    @Test
    void aListInTheTextOfAShell_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> read("sh", "-c", "train {layer}"))
                .withMessageContaining("use \"$SEXTANT_PARAM_layer\" instead");
    }
}
