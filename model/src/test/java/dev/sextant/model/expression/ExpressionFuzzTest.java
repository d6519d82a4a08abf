package dev.sextant.model.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Texts put together from the words of the language; `-Dsextant.fuzz.seconds=60` makes it a long run.
class ExpressionFuzzTest {
    private static final long SEED = 20_251;
    private static final List<String> PIECES = List.of("lr", "width", "kernel", "poly", "size", "large", "bias", "depth",
            "auto", "reason", "`net.depth`", "'a'", "\"b\"", "1", "2.5", "1e-3", "true", "false", "+", "-", "*", "/", "%",
            "**", "<", "<=", "==", "!=", ">=", ">", "in", "and", "or", "not", "(", ")", "[", "]", ",", "min(", "log2(", "'",
            "`", "=", "&&", ".", "é", "\uD83D\uDE00", "\uD83D", "\n", "\0", "%s");
    private static final List<String> SOUND = List.of("lr < 1", "kernel == poly", "bias", "size in (small, large)",
            "min(lr, width) ** 2 <= -width % 3", "not depth == auto");

    @Test
    void noText_isAnsweredByAnythingButAnExpressionOrAnExplanation() {
        var random = new SplittableRandom(SEED);
        long end = System.nanoTime() + Duration.ofSeconds(Long.getLong("sextant.fuzz.seconds", 1)).toNanos();
        int accepted = 0;
        int refused = 0;
        while (System.nanoTime() < end) {
            if (Attempt.at(random.nextInt(3) == 0 ? mutant(random) : soup(random))) {
                accepted++;
            } else {
                refused++;
            }
        }
        assertThat(accepted).isPositive();
        assertThat(refused).isPositive();
    }

    private static String soup(SplittableRandom random) {
        var between = random.nextBoolean() ? " " : "";
        return IntStream.range(0, random.nextInt(30))
                .mapToObj(_ -> PIECES.get(random.nextInt(PIECES.size())))
                .collect(Collectors.joining(between));
    }

    private static String mutant(SplittableRandom random) {
        var text = new StringBuilder(IntStream.rangeClosed(0, random.nextInt(4))
                .mapToObj(_ -> SOUND.get(random.nextInt(SOUND.size())))
                .collect(Collectors.joining(random.nextBoolean() ? " and " : " or ")));
        for (int edit = random.nextInt(3); edit > 0; edit--) {
            int at = random.nextInt(text.length());
            text.replace(at, Math.min(text.length(), at + random.nextInt(3)), PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }
}
