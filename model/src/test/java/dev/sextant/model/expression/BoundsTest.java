package dev.sextant.model.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BoundsTest {
    @Test
    void aTextOfTheGreatestLength_isRead_andALongerOneIsNot() {
        var text = "lr<1" + " ".repeat(Expression.MAX_LENGTH - 4);
        assertThat(Attempt.at(text)).isTrue();
        assertThatThrownBy(() -> Expression.parse(text + " ", Names.typical()))
                .isInstanceOf(ExpressionException.class)
                .hasMessageContaining("An expression has at most 10000 characters, this one 10001.");
    }

    @ParameterizedTest
    @CsvSource({"(,1,)<2", "'not ',lr<1,''", "-,1,<2", "2**,1,<2", "abs(,1,)<2", "1 in (,lr<1,)"})
    void whatNestsTooDeeply_isRefused(String before, String inner, String after) {
        var closing = after.contains(")") ? ")" : "";
        var tooDeep = before.repeat(201) + inner + closing.repeat(201) + after.replace(")", "");
        assertThatThrownBy(() -> Expression.parse(tooDeep, Names.typical()))
                .isInstanceOf(ExpressionException.class)
                .hasMessageContaining("The expression nests deeper than 200 levels.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"(lr**1*1+1<1 and bias or ", "lr or lr and lr<1+1*1**(", "min(1,2+", "1 in (lr<", "not -", "lr**-"})
    void whatNestsDeeply_needsLittleStack(String piece) throws InterruptedException {
        var failures = new ConcurrentLinkedQueue<Throwable>();
        var text = piece.repeat(Expression.MAX_LENGTH / piece.length());
        var closed = piece.repeat(190) + "1" + ")".repeat(190);
        var left = "(".repeat(190) + "lr" + "**1*1+1<1 and bias or bias)".repeat(190);
        var thread = new Thread(null, () -> List.of(text, closed, left).forEach(Attempt::at), "small stack", 512 << 10);
        thread.setUncaughtExceptionHandler((_, failure) -> failures.add(failure));
        thread.start();
        thread.join();
        assertThat(failures).isEmpty();
    }

    @Test
    void twoHundredLevels_areRead() {
        assertThat(Attempt.at("(".repeat(200) + "lr" + ")".repeat(200) + "<1")).isTrue();
        assertThat(Attempt.at("not ".repeat(200) + "bias")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"lr+", "lr<1 and ", "lr<", "kernel==", "(", "[", "'", "`", "min(", "-", "2**", "not ", "a", "1",
            "1 in (", "kernel in (", "kernel, ", "size<large or ", "a.", "learning-", "\uD83D\uDE00", "'a'", "==", "lr "})
    void tenThousandCharacters_areAnsweredAtOnce(String piece) {
        var text = piece.repeat(Expression.MAX_LENGTH / piece.length());
        assertThat(elapsed(text)).isLessThan(Duration.ofSeconds(1));
        assertThat(elapsed(text.substring(0, text.length() - piece.length()) + "lr<1")).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void aLongChainOfOneLevel_isNoNesting() {
        assertThat(Attempt.at("lr+".repeat(3000) + "1<2")).isTrue();
        assertThat(Attempt.at("bias and ".repeat(1000) + "bias")).isTrue();
    }

    private static Duration elapsed(String text) {
        long start = System.nanoTime();
        Attempt.at(text);
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
