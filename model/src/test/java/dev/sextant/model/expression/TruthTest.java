package dev.sextant.model.expression;

import static dev.sextant.model.expression.Truth.FALSE;
import static dev.sextant.model.expression.Truth.TRUE;
import static dev.sextant.model.expression.Truth.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.model.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TruthTest {
    /// The expected results were printed by Python 3.11 for the same texts.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            not 1 < 2 | false
            not 1 > 2 or 1 < 2 | true
            not (1 > 2 or 1 < 2) | false
            1 < 2 or 1 < 2 and 1 > 2 | true
            (1 < 2 or 1 < 2) and 1 > 2 | false
            not 1 < 2 and 1 > 2 | false
            not (1 < 2 and 1 > 2) | true
            not not 1 < 2 | true
            1 + 1 == 2 | true
            1 < 2 and 2 < 3 and 3 < 4 | true
            2 in (1, 2, 3) | true
            2 not in (1, 2, 3) | false
            not 2 in (1, 2, 3) | false
            2 in [1, 3] | false
            1 + 1 in (2, 3) | true
            1 in (1 - 0,) | true
            -1 in (-1, 1) | true
            2 ** 2 != 4 | false
            3 >= 3 | true
            3 > 3 | false
            3 <= 2.5 | false
            0.1 + 0.2 == 0.3 | false
            (1 < 2) == (2 < 3) | true
            (1 < 2) != (2 < 3) | false
            1 > 2 or 2 > 3 or 3 < 4 | true
            1 < 2 or 1 / 0.5 < 1 | true
            not 1 == 2 | true
            1 not in (2, 3) and 2 in (2, 3) | true
            """)
    void aConditionWithoutNames_isThatOfPython(String text, boolean expected) {
        assertThat(test(text, Map.of())).isEqualTo(Truth.of(expected));
    }

    @Nested
    class WhatIsUnknown {
        private final Map<Truth, String> texts = Map.of(TRUE, "1 < 2", FALSE, "1 > 2", UNKNOWN, "lr < 1");

        @ParameterizedTest
        @CsvSource({
            "TRUE,TRUE,TRUE,TRUE,TRUE", "TRUE,UNKNOWN,UNKNOWN,TRUE,UNKNOWN", "TRUE,FALSE,FALSE,TRUE,FALSE",
            "UNKNOWN,TRUE,UNKNOWN,TRUE,UNKNOWN", "UNKNOWN,UNKNOWN,UNKNOWN,UNKNOWN,UNKNOWN",
            "UNKNOWN,FALSE,FALSE,UNKNOWN,UNKNOWN", "FALSE,TRUE,FALSE,TRUE,FALSE",
            "FALSE,UNKNOWN,FALSE,UNKNOWN,UNKNOWN", "FALSE,FALSE,FALSE,FALSE,TRUE"})
        void followsKleene(Truth left, Truth right, Truth and, Truth or, Truth same) {
            var a = texts.get(left);
            var b = texts.get(right);
            assertThat(test("%s and %s".formatted(a, b), Map.of())).isEqualTo(and);
            assertThat(test("%s or %s".formatted(a, b), Map.of())).isEqualTo(or);
            assertThat(test("(%s) == (%s)".formatted(a, b), Map.of())).isEqualTo(same);
            assertThat(test("(%s) != (%s)".formatted(a, b), Map.of())).isEqualTo(same.not());
            assertThat(test("not (%s and %s)".formatted(a, b), Map.of())).isEqualTo(and.not());
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                lr * 0 == 0
                lr == lr
                1 <= min(width, lr)
                kernel == poly
                kernel != poly
                kernel in (poly, rbf)
                size > small
                size <= least
                kernel == act
                bias
                not bias
                bias == true
                depth == 1
                """)
        void everyComparisonOfAnInactiveParameterIs(String text) {
            assertThat(test(text, Map.of("width", 64, "least", "small", "act", "relu"))).isEqualTo(UNKNOWN);
        }

        @Test
        void inIsAnOr() {
            assertThat(test("width in (lr, 64)", Map.of("width", 64))).isEqualTo(TRUE);
            assertThat(test("width in (lr, 65)", Map.of("width", 64))).isEqualTo(UNKNOWN);
        }

        @Test
        void aValueThatIsNoLongerInTheOrder_hasNoRank() {
            assertThat(test("size < large", Map.of("size", "huge"))).isEqualTo(UNKNOWN);
            assertThat(test("size == large", Map.of("size", "huge"))).isEqualTo(FALSE);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            layers*width<=4096 | true
            layers*width<=191 | false
            `learning-rate` < `net.depth` | true
            kernel == poly | true
            poly == kernel | true
            kernel == "poly" and kernel == 'poly' and kernel == ("poly") | true
            kernel != rbf | true
            kernel in (poly, 'rbf') | true
            kernel not in [linear, rbf] | true
            small in (size, least) | true
            act == 'layers' | false
            act == 'leaky-relu' | true
            kernel == act | false
            size < large | true
            size <= medium | true
            small < size | true
            small > size | false
            size >= large | false
            size > least | true
            size == least | false
            bias | true
            bias == true and true == bias and bias != false | true
            bias == (layers < width) | true
            bias in (true, false) | true
            depth == 2 | true
            2 == depth | true
            depth == 2.0 | true
            depth > 1 and depth < auto | true
            depth in (1, auto) | false
            depth == true | false
            depth == -(-2) | true
            reason == 'it''s out of memory' | true
            reason == oom | false
            """)
    void aCondition_isJudgedByItsValues(String text, boolean expected) {
        var values = Map.<String, Object>ofEntries(Map.entry("layers", 3), Map.entry("width", 64),
                Map.entry("learning-rate", 0.1), Map.entry("net.depth", 0.2), Map.entry("kernel", "poly"),
                Map.entry("act", "leaky-relu"), Map.entry("size", "medium"), Map.entry("least", "small"),
                Map.entry("bias", true), Map.entry("depth", 2), Map.entry("reason", "it's out of memory"));
        assertThat(test(text, values)).isEqualTo(Truth.of(expected));
    }

    @Test
    void aName_hidesTheFunctionAndTheValueOfThatName() {
        var scope = new Names().numbers("log", "true", "and").with("act", Kind.TEXT, false, "log", "relu");
        var expression = Expression.parse("log(100) > log and `true` < `and` and act != 'log'", scope);
        assertThat(expression.test(name -> Optional.of(switch (name) {
            case "act" -> new Value.Text("relu");
            case "and" -> new Value.Int(5);
            default -> new Value.Int(4);
        }))).isEqualTo(TRUE);
    }

    @Test
    void theNames_areListedOnce_inTheOrderOfFirstMention() {
        var expression = Expression.parse("poly == kernel and width > lr or lr in (layers, width)", Names.typical());
        assertThat(expression.names()).containsExactly("kernel", "width", "lr", "layers");
    }

    @Test
    void aNameIsLookedUpOnceATest() {
        var asked = new ArrayList<String>();
        Expression.parse("lr < 1 and lr > 0 and width > lr", Names.typical()).test(name -> {
            asked.add(name);
            return Optional.empty();
        });
        assertThat(asked).isEqualTo(List.of("lr", "width"));
    }

    @Test
    void expressionsAreEqual_ifTheirTextsAre() {
        var expression = Expression.parse("lr < 1", Names.typical());
        assertThat(expression).isEqualTo(Expression.parse("lr < 1", new Names().numbers("lr")))
                .hasSameHashCodeAs(Expression.parse("lr < 1", Names.typical()))
                .isNotEqualTo(Expression.parse("lr<1", Names.typical()))
                .hasToString("lr < 1");
        assertThat(expression.text()).isEqualTo("lr < 1");
    }

    @Test
    void aValueOfAnotherKindThanDeclared_isRefused() {
        assertThatThrownBy(() -> test("lr < 1", Map.of("lr", "fast")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'lr' is declared a number, but has the value 'fast'.");
        assertThatThrownBy(() -> test("bias", Map.of("bias", 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'bias' is declared true or false, but has the value '1'.");
    }

    private static Truth test(String text, Map<String, Object> values) {
        return Expression.parse(text, Names.typical())
                .test(name -> Optional.ofNullable(values.get(name)).map(value -> Value.of(value.toString())));
    }
}
