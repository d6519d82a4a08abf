package dev.sextant.wire.study;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.model.space.Bool;
import dev.sextant.model.space.Choice;
import dev.sextant.model.space.Constant;
import dev.sextant.model.space.Domain;
import dev.sextant.model.space.IntRange;
import dev.sextant.model.space.Ordinal;
import dev.sextant.model.space.Parameter;
import dev.sextant.model.space.RealRange;
import dev.sextant.model.space.Scale;
import dev.sextant.model.space.SteppedRange;
import dev.sextant.model.value.Value;
import dev.sextant.wire.RandomSpaces;
import dev.sextant.wire.tree.Source;
import dev.sextant.wire.tree.YamlReader;
import dev.sextant.wire.tree.YamlWriter;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.jupiter.params.provider.MethodSource;

class DomainTextTest {
    static Stream<Arguments> domains() {
        return Stream.of(
                Arguments.of("1..6", IntRange.of(1, 6)),
                Arguments.of("-3..+3", IntRange.of(-3, 3)),
                Arguments.of("1..9:step=2", new IntRange(1, 9, Scale.LINEAR, 2)),
                Arguments.of("16..4096:log", new IntRange(16, 4096, Scale.LOG, 1)),
                Arguments.of("0.0..0.9", new RealRange(0, 0.9, Scale.LINEAR)),
                Arguments.of("0..1e0", new RealRange(0, 1, Scale.LINEAR)),
                Arguments.of("1e-5..1e-1:log", new RealRange(1e-5, 0.1, Scale.LOG)),
                Arguments.of("0.0..1.0:step=0.1", SteppedRange.of(0, 1, 0.1)),
                Arguments.of("relu,tanh,gelu", new Choice(List.of(new Value.Text("relu"), new Value.Text("tanh"), new Value.Text("gelu")))),
                Arguments.of("1,2.5,auto", new Choice(List.of(new Value.Int(1), new Value.Real(2.5), new Value.Text("auto")))),
                Arguments.of("16,32:ordered", new Ordinal(List.of(new Value.Int(16), new Value.Int(32)))),
                Arguments.of("true,false", new Bool(true)),
                Arguments.of("false,true", new Bool(false)),
                Arguments.of("42", new Constant(new Value.Int(42))),
                Arguments.of("adam", new Constant(new Value.Text("adam"))),
                Arguments.of("3..3", new Constant(new Value.Int(3))),
                Arguments.of("0.5..0.5", new Constant(new Value.Real(0.5))));
    }

    private static DomainText.Noted read(String text) {
        return DomainText.read(Source.argument("-p", text));
    }

    @ParameterizedTest
    @MethodSource("domains")
    void everyRowOfTheTable_isRead(String text, Domain domain) {
        assertThat(read("x=" + text).parameter()).isEqualTo(Parameter.of("x", domain));
    }

    @Test
    void aDefaultAndACondition_standBehindTheDomain() {
        assertThat(read("degree=2..4@3 if kernel==poly and C>1").parameter())
                .isEqualTo(Parameter.of("degree", IntRange.of(2, 4)).withDefault(new Value.Int(3)).onlyIf("kernel==poly and C>1"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            dropout=0..1      | Parameter 'dropout' is the whole number 0 or 1; for real numbers between them write 0.0..1.0.
            lr=1e-5..0.1      | Parameter 'lr' has 9 of 10 values above 0.01; on a log scale (':log', in a file 'log: true') every decade counts alike.
            n=1..10:step=4    | Parameter 'n' ends at 9: no step of 4 meets 10.
            x=0.0..1.0:step=0.3 | Parameter 'x' ends at 0.9: no step of 0.3 meets 1.0.
            """)
    void whatMaySurprise_isNoticed(String text, String notice) {
        assertThat(read(text).notices()).containsExactly(notice);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lr=1e-5..0.1:log", "lr=0.001..0.9", "lr=0.0..0.9", "lr=-5.0..5.0"})
    void whatDoesNotSurprise_isNotNoticed(String text) {
        assertThat(read(text).notices()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '~', delimiter = '|', textBlock = """
            lr=1e-5..0.1:log@0.001
            n=1..9:step=2
            act=relu,tanh@tanh
            degree=2..4 if kernel == poly
            size=16,32,64:ordered
            """)
    void aParameter_isWrittenAsItIsTyped(String text) {
        assertThat(DomainText.write(read(text).parameter())).contains(text);
    }

    @Test
    void whatTheCommandLineCannotSay_isNotWritten() {
        assertThat(DomainText.write(Parameter.of("x", new Choice(List.of(new Value.Text("a b"), new Value.Text("c")))))).isEmpty();
        assertThat(DomainText.write(Parameter.of("x", new Constant(new Value.Text("1..2"))))).isEmpty();
    }

    @Property(tries = 500)
    void whatIsWritten_readsBack(@ForAll("anyDomain") Domain domain) {
        var parameter = Parameter.of("x", domain);
        DomainText.write(parameter).ifPresent(text -> assertThat(read(text).parameter()).isEqualTo(parameter));
        var yaml = YamlWriter.flow(ParameterWriter.node(parameter, Source.file("", "").start()));
        var member = Fields.object("", YamlReader.read(Source.file("y", "x: " + yaml))).members().getFirst();
        assertThat(ParameterForm.read(member, _ -> {})).isEqualTo(parameter);
    }

    @Provide
    Arbitrary<Domain> anyDomain() {
        return RandomSpaces.domains();
    }
}
