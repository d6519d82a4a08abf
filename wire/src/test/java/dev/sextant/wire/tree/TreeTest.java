package dev.sextant.wire.tree;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.wire.text.DurationText;
import dev.sextant.wire.text.SizeText;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TreeTest {
    private static Node yaml(String text) {
        return YamlReader.read(Source.file("y", text));
    }

    private static Node member(Node node, String name) {
        return ((Node.Obj) node).find(name).orElseThrow().value();
    }

    @ParameterizedTest
    @CsvSource({"1e-5,Num", "yes,Text", "no,Text", "true,Bool", "~,Null", "007,Num", "1_000,Text", ".5,Num", "5.,Num", "-1,Num", "1e,Text", "'\"1\"',Text", "12:30,Text"})
    void aWordOfYaml_meansWhatYaml12Says(String word, String kind) {
        assertThat(member(yaml("a: " + word), "a").getClass().getSimpleName()).isEqualTo(kind);
    }

    @Test
    void everyNode_knowsItsPlaceAndTheWayToIt() {
        var document = yaml("space:\n  lr: {real: [1e-5, 0.1]}");
        var node = (Node.Arr) member(member(member(document, "space"), "lr"), "real");
        var end = node.items().getLast().at();
        assertThat(end.toString()).isEqualTo("y:2:21");
        assertThat(end.pointer().toString()).isEqualTo("/space/lr/real/1");
    }

    @Test
    void columns_countWhatPeopleSee() {
        var json = JsonReader.read(Source.file("j", "{\"é😀\":\n[1,\"😀😀\",2]}"));
        var list = (Node.Arr) member(json, "é😀");
        assertThat(list.items().getLast().at().toString()).isEqualTo("j:2:9");
    }

    @Test
    void aNumber_keepsItsDigits() {
        var text = "{\"a\":12345678901234567890.123456789,\"b\":1E+5,\"c\":-0}";
        assertThat(JsonWriter.write(JsonReader.read(Source.file("j", text)))).isEqualTo(text);
    }

    @Test
    void whatYamlAllowsAndJsonDoesNot_isWrittenAsJson() {
        assertThat(JsonWriter.write(yaml("[007, +5, .5, 5., -01.5]"))).isEqualTo("[7,5,0.5,5.0,-1.5]");
    }

    @Property(tries = 500)
    void aText_readsBackFromYamlAndJson(@ForAll String text) {
        var whole = text.replaceAll("\\p{Cs}", "");
        var node = new Node.Obj(List.of(new Node.Member("k", new Node.Text(whole, Source.file("", "").start()), Source.file("", "").start())),
                Source.file("", "").start());
        assertThat(((Node.Text) member(yaml(YamlWriter.write(node)), "k")).text()).isEqualTo(whole);
        assertThat(((Node.Text) member(JsonReader.read(Source.file("j", JsonWriter.write(node))), "k")).text()).isEqualTo(whole);
    }

    @Property(tries = 300)
    void aSpanOfTime_readsBack(@ForAll @LongRange(min = 0, max = 1L << 50) long nanos) {
        var span = Duration.ofNanos(nanos);
        assertThat(DurationText.read(Source.argument("--time", DurationText.write(span)))).isEqualTo(span);
    }

    @Property(tries = 300)
    void aSize_readsBack(@ForAll @LongRange(min = 0, max = 1L << 49) long bytes) {
        assertThat(SizeText.read(Source.argument("--memory", SizeText.write(bytes)))).isEqualTo(bytes);
    }

    @ParameterizedTest
    @CsvSource({"90s,1m30s", "1h30m,1h30m", "1.5h,1h30m", "250ms,250ms", "0s,0s", "36h,1d12h"})
    void aSpanOfTime_isWrittenShort(String given, String written) {
        assertThat(DurationText.write(DurationText.read(Source.argument("--time", given)))).isEqualTo(written);
    }
}
