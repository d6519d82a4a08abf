package dev.sextant.wire.study;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.model.space.Choice;
import dev.sextant.model.space.ElementList;
import dev.sextant.model.space.IntRange;
import dev.sextant.model.space.Parameter;
import dev.sextant.model.space.RealRange;
import dev.sextant.model.space.Scale;
import dev.sextant.model.space.SearchSpace;
import dev.sextant.model.value.Value;
import dev.sextant.wire.tree.JsonReader;
import dev.sextant.wire.tree.JsonWriter;
import dev.sextant.wire.tree.Source;
import dev.sextant.wire.trial.ListedValues;
import dev.sextant.wire.trial.TrialForm;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ElementListFormTest {
    private static final String NET = """
            space:
              lr: {real: [1e-5, 1e-1], log: true}
              layer:
                list:
                  units: {int: [8, 512], log: true, default: 64}
                  act: {choice: [relu, tanh]}
                  drop: {real: [0, 1], if: act == relu}
                length: [1, 5]
                default: [{units: 128}, {act: tanh}]
            require: ["`layer.length` <= 4"]
            """;
    private static final ElementList LAYERS = ElementList.of("layer", 1, 5,
            Parameter.of("units", new IntRange(8, 512, Scale.LOG, 1)).withDefault(new Value.Int(64)),
            Parameter.of("act", new Choice(List.of(new Value.Text("relu"), new Value.Text("tanh")))),
            Parameter.of("drop", new RealRange(0, 1, Scale.LINEAR)).onlyIf("act == relu")).withDefault(List.of(
                    new LinkedHashMap<>(Map.of("units", new Value.Int(128))), new LinkedHashMap<>(Map.of("act", new Value.Text("tanh")))));

    private static SearchSpace space(String yaml) {
        return StudyFormTest.yaml(yaml).spec().space();
    }

    private static SearchSpace flags(String... arguments) {
        var flags = new StudyFlags();
        List.of(arguments).forEach(argument -> flags.add("-p", argument));
        return StudyForm.study(flags.draft(), StudyFormTest.HERE).spec().space();
    }

    @Test
    void aListIsReadAsItsParameters() {
        assertThat(space(NET).parameters().subList(1, 17)).isEqualTo(LAYERS.parameters());
        assertThat(space(NET).lists()).containsExactly(LAYERS);
        assertThat(space(NET).start().toString())
                .isEqualTo("lr=0.001 layer.length=2 layer.1.units=128 layer.1.act=relu layer.1.drop=0.5 layer.2.units=64 layer.2.act=tanh");
    }

    @Test
    void aListIsWrittenAsAList() {
        var study = StudyFormTest.yaml(NET);
        assertThat(StudyForm.yaml(study.spec(), study.settings())).contains("layer: {list: {units: {int: [8, 512], log: true, default: 64}, "
                + "act: {choice: [relu, tanh]}, drop: {real: [0.0, 1.0], if: act == relu}}, length: [1, 5], default: [{units: 128}, {act: tanh}]}");
    }

    @Test
    void whatCannotBeWrittenAsAList_isWrittenOneByOne() {
        var evolved = space(NET.replace("length: [1, 5]", "length: [1, 6]")).after(space(NET));
        assertThat(evolved.lists()).hasSize(1);
        var written = new TreeBuilder(Source.file("study", "").start());
        SpaceForm.write(evolved, written, Source.file("study", "").start());
        assertThat(JsonWriter.write(written.build())).contains("layer.length", "\"layer.6.units\":{\"int\":[8,512],\"log\":true,\"default\":64,\"was\":64");
    }

    @Test
    void theFlagsOfAList_areGatheredInAnyOrder() {
        var expected = space("space: {layer: {list: {units: {int: [8, 512], log: true}, drop: {real: [0, 1], if: units > 9}}, "
                + "length: [1, 5], default: [{}, {}]}, lr: {real: [0, 1]}}");
        assertThat(flags("layer=1..5:list@2", "layer.units=8..512:log", "lr=0.0..1.0", "layer.drop=0.0..1.0 if units > 9")).isEqualTo(expected);
        assertThat(flags("layer.units=8..512:log", "layer=1..5:list@2", "layer.drop=0.0..1.0 if units > 9", "lr=0.0..1.0")).isEqualTo(expected);
        assertThat(flags("on=true,false", "layer.units=1..3", "layer=0..1:list if on").lists())
                .containsExactly(ElementList.of("layer", 0, 1, Parameter.of("units", IntRange.of(1, 3))).onlyIf("on"));
    }

    @Test
    void valuesOfAList_areNestedForPrograms_andReadBackAsParameters() {
        var space = space(NET);
        var json = new JsonWriter();
        ListedValues.write(space.lists(), space.start().values(), json);
        var text = json.finish();
        assertThat(text).isEqualTo("{\"lr\":0.001,\"layer\":[{\"units\":128,\"act\":\"relu\",\"drop\":0.5},{\"units\":64,\"act\":\"tanh\"}]}");
        assertThat(space.accept(TrialForm.parameters(JsonReader.read(Source.file("stdin", text))))).isEqualTo(space.start());
        assertThat(PointsForm.read(Source.file("points", "{\"layer\":[{\"units\":9}]}"), space)).singleElement()
                .isEqualTo(new LinkedHashMap<>(Map.of("layer.length", new Value.Int(1), "layer.1.units", new Value.Int(9))));
    }
}
