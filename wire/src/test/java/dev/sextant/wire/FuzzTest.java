package dev.sextant.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Throws rubbish at the readers. `-Dsextant.fuzz.seconds=60` makes each run longer than its usual second.
class FuzzTest {
    private static final double SECONDS = Double.parseDouble(System.getProperty("sextant.fuzz.seconds", "1"));
    private static final List<String> DOMAINS = List.of("lr", "=", "1e-5", "..", "1e-1", ":log", "@", "1e-3", "relu,tanh", ",",
            ":ordered", ":step=", "0.1", " if ", "lr>0", "true,false", "42", "-", "1e999", "9007199254740993", "é", "😀", "'", "(");
    private static final List<String> YAML = List.of("space:", " ", "\n", "  x: ", "{real: ", "[0, 1]", "}", "log: true", "- ", "budget: ",
            "{trials: 5}", "\"", "'", "#", "&a ", "*a", "!!int ", "---", "? ", "| \n", "1e-5", ".inf", "0x1F", "\t", "if: x > 0", ", ", "default: ",
            "strategy: ", "objective: {metric: loss}", ": ", "é", "😀", "\u0000", "command: [a]", "%YAML 1.1\n", "\uD800", "\u2028", "\r");
    private static final List<String> JSON = List.of("{", "}", "[", "]", ",", ":", "\"a\"", "\"", "\\", "\\u12", "1", "-", "1e5", "1e999", "0.5",
            "true", "null", "NaN", " ", "\n", "é", "😀", "\u0000", "01", "\uD800", "{\"x\":0.5}", "\n{\"n\":3}");
    private static final List<String> CSV = List.of("x", "n", "act", ",", "\n", "\r\n", "\r", "\"", "0.5", "3", "relu", " ", "\t", "é", "\uD83D", "{");

    @ParameterizedTest
    @CsvSource({"parameters", "study-file", "json", "points"})
    void rubbish_isRefusedInWords(String form) {
        long end = System.nanoTime() + (long) (SECONDS * 1e9);
        var random = new Random(7);
        int runs = 0;
        while (System.nanoTime() < end) {
            assertRefused(form, rubbish(pieces(form), random));
            runs++;
        }
        assertThat(runs).isPositive();
    }

    private static void assertRefused(String form, String input) {
        try {
            WrongInputs.read(form, input);
        } catch (IllegalArgumentException refused) {
            assertThat(refused.getMessage()).as(input).isNotBlank();
        } catch (RuntimeException | StackOverflowError crash) {
            throw new AssertionError("%s crashes on: %s".formatted(form, input), crash);
        }
    }

    private static List<String> pieces(String form) {
        return switch (form) {
            case "parameters" -> DOMAINS;
            case "study-file" -> YAML;
            case "json" -> JSON;
            default -> CSV;
        };
    }

    private static String rubbish(List<String> pieces, Random random) {
        var text = new StringBuilder();
        for (int i = random.nextInt(30); i >= 0; i--) {
            text.append(random.nextInt(20) == 0 ? Character.toString(random.nextInt(0x80)) : pieces.get(random.nextInt(pieces.size())));
        }
        return text.toString();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            parameters | ~x=a,~     | ~b,~
            parameters | ~x=~       | ~..~
            parameters | ~x=1:~     | ~log:~
            parameters | ~x=1..~    | ~9~
            parameters | ~x=1..2~   | ~@~
            parameters | ~x=1..2~   | ~ if ~
            study-file | ~x: [~     | ~a, ~
            study-file | ~~         | ~{a: ~
            study-file | ~a: "~     | ~😀\\\\~
            study-file | ~~         | ~- ~
            study-file | ~space: ~  | ~x~
            json       | ~[~        | ~{"😀":1},~
            json       | ~~         | ~[~
            json       | ~"~        | ~😀~
            json       | ~~         | ~1~
            points     | ~x~        | ~,x~
            points     | ~"~        | ~""~
            points     | ~x\n~      | ~0.5,~
            """)
    void tenTimesTheText_takesNoHundredTimesTheTime(String form, String start, String piece) {
        timed(form, start, piece, 2_000);
        var small = timed(form, start, piece, 10_000);
        var large = timed(form, start, piece, 100_000);
        assertThat(large).isLessThan(small.multipliedBy(45).plus(Duration.ofMillis(300)));
    }

    /// The best of three, so that a pause of the machine does not count.
    private static Duration timed(String form, String start, String piece, int count) {
        var text = start + piece.repeat(count);
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            long begin = System.nanoTime();
            WrongInputs.message(form, text);
            best = Math.min(best, System.nanoTime() - begin);
        }
        return Duration.ofNanos(best);
    }

    @Test
    void aVeryLongList_isReadInSeconds() {
        assertThat(timed("study-file", "space: {x: {choice: [", "a, ", 300_000)).isLessThan(Duration.ofSeconds(20));
    }
}
