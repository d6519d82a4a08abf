package dev.sextant.model.expression;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MistakesTest {
    private static final int FEWEST_MISTAKES = 65;

    /// Each block of `mistakes.txt` is the whole message for the text in its first line.
    static Stream<String> messages() {
        try (var file = Objects.requireNonNull(MistakesTest.class.getResourceAsStream("mistakes.txt"))) {
            return Stream.of(new String(file.readAllBytes(), UTF_8).strip().split("\n\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("messages")
    void aMistake_isShownWithItsPlaceAndWhatToDo(String message) {
        var text = message.lines().findFirst().orElseThrow();
        assertThatExceptionOfType(ExpressionException.class)
                .isThrownBy(() -> Expression.parse(text, Names.typical()))
                .withMessage(message);
    }

    @Test
    void theCorpusOfMistakes_isThere() {
        assertThat(messages()).hasSizeGreaterThanOrEqualTo(FEWEST_MISTAKES).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\n"})
    void anEmptyText_isNoExpression(String text) {
        assertThatThrownBy(() -> Expression.parse(text, Names.typical()))
                .isInstanceOf(ExpressionException.class)
                .hasMessageEndingWith("""
                        ^ column %d
                        The expression is empty. A comparison belongs here, such as layers * width <= 4096."""
                        .formatted(text.length() + 1));
    }

    @Test
    void thePlaceAndTheRule_canBeShownElsewhere() {
        var mistake = mistake("lr < 1 and kernel == ploy");
        assertThat(mistake.offset()).isEqualTo(21);
        assertThat(mistake.rule()).isEqualTo("""
                'ploy' is no value of 'kernel'. Its values: linear, poly, rbf.
                Did you mean 'poly'?""");
    }

    @Test
    void ofALongText_theSurroundingsAreShown() {
        var mistake = mistake("bias and ".repeat(20) + "widht < 1" + " and bias".repeat(20));
        assertThat(mistake.toString().lines().skip(1).findFirst()).contains(" ".repeat(61) + "^ column 181");
        assertThat(mistake).message().startsWith("…").contains(" and widht < 1 and ").contains("…\n");
    }

    @Test
    void lineBreaks_areShownAsBlanks_soThatTheCaretFits() {
        assertThat(mistake("lr <\n\tfoo")).hasMessageStartingWith("lr <  foo\n      ^ column 7\n");
    }

    @Test
    void aLongWord_isQuotedByItsBeginning() {
        assertThat(mistake("lr < " + "x".repeat(5000))).message().hasSizeLessThan(500);
    }

    private static ExpressionException mistake(String text) {
        return catchThrowableOfType(ExpressionException.class, () -> Expression.parse(text, Names.typical()));
    }
}
