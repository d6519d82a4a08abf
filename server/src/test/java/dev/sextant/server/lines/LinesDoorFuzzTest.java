package dev.sextant.server.lines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.sextant.server.request.Handlers;
import dev.sextant.server.request.TestStudies;
import dev.sextant.wire.tree.JsonReader;
import dev.sextant.wire.tree.Node;
import dev.sextant.wire.tree.Source;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// Says rubbish to a door, and lines that are almost right; `-Dsextant.fuzz.seconds=60` makes it a long run.
class LinesDoorFuzzTest {
    private static final long SECONDS = Long.getLong("sextant.fuzz.seconds", 1);
    private static final List<String> KEYS = List.of("study", "trial", "attempt", "step", "values", "failed", "pruned", "parameters",
            "count", "why", "store", "space", "strategy", "objective", "seed", "budget", "id", "ask", "", "a/~", "\\u0000");
    private static final List<String> VALUES = List.of("\"s\"", "\"t\"", "0", "1", "-1", "1e999", "0.5", "99999999999999999999", "true", "false",
            "null", "NaN", "{}", "[]", "[[[[[[", "{\"x\":0.5}", "{\"loss\":1}", "{\"loss\":1e308,\"loss\":2}", "{\"x\":{\"real\":[0,1]}}",
            "\"memory\"", "\"home\"", "\"\\ud800\"", "\"é😀\"", "\"", "'", "\u0001", "01", "{\"x\":{\"int\":[0,2]}}", "\"grid\"", "{\"trials\":2}");

    private final SplittableRandom random = new SplittableRandom(11);

    @Test
    void whateverIsSaid_isAnsweredByOneLineOfJson() {
        long end = System.nanoTime() + Duration.ofSeconds(SECONDS).toNanos();
        int lines = 0;
        while (System.nanoTime() < end) {
            try (var door = LinesDoor.pipe(new TestStudies(), "pipe")) {
                door.answer("{\"create\":{\"study\":\"s\",\"space\":{\"x\":{\"real\":[0,1]}},\"objective\":{\"metric\":\"loss\",\"goal\":\"min\"}}}");
                for (int i = 0; i < 100; i++, lines++) {
                    check(door, line());
                }
            }
        }
        assertThat(lines).isPositive();
    }

    private static void check(LinesDoor door, String line) {
        var answer = door.answer(line);
        assertThat(answer).as(line).doesNotContain("\n", "\"internal\"");
        assertThat(JsonReader.read(Source.file("answer", answer))).as(line).isInstanceOf(Node.Obj.class);
    }

    private String line() {
        return switch (random.nextInt(4)) {
            case 0 -> mixed();
            case 1 -> damaged(request());
            default -> request();
        };
    }

    private String request() {
        var text = new StringBuilder("{\"").append(any(Handlers.KINDS)).append("\":{\"study\":\"").append(random.nextInt(9) == 0 ? "t" : "s").append('"');
        for (int i = random.nextInt(5); i > 0; i--) {
            text.append(",\"").append(any(KEYS)).append("\":").append(any(VALUES));
        }
        return text.append(random.nextInt(5) == 0 ? "},\"id\":" + any(VALUES) + "}" : "}}").toString();
    }

    private String mixed() {
        var text = new StringBuilder();
        for (int i = random.nextInt(12); i >= 0; i--) {
            text.append(any(random.nextBoolean() ? KEYS : VALUES)).append(any(List.of("{", "}", ":", ",", "[", "]", "\"", " ")));
        }
        return text.toString();
    }

    private String damaged(String line) {
        int at = random.nextInt(line.length());
        return switch (random.nextInt(3)) {
            case 0 -> line.substring(0, at);
            case 1 -> line.substring(0, at) + line.substring(at + 1);
            default -> line.substring(0, at) + (char) random.nextInt(0x250) + line.substring(at);
        };
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    @Test
    void bytesThatAreNoText_doNotEndThePipe() {
        var bytes = new byte[50_000];
        random.nextBytes(bytes);
        var out = new ByteArrayOutputStream();
        assertThatNoException().isThrownBy(() -> LinesDoor.pipe(new TestStudies(), "pipe").serve(new ByteArrayInputStream(bytes), out));
        assertThat(out.toString(StandardCharsets.UTF_8).lines()).isNotEmpty().allMatch(answer -> answer.startsWith("{\"error\":{\"code\":\"not_json\""));
    }

    @Test
    void aLineOfEightMegabytes_costsNoMoreThanItsLength() {
        var half = answerTime(list(LinesDoor.MAX_LINE / 2));
        var whole = answerTime(list(LinesDoor.MAX_LINE));
        assertThat(whole).isLessThan(half * 8 + Duration.ofSeconds(2).toNanos());
    }

    private static String list(int length) {
        return "{\"ask\":{\"study\":[" + "0,".repeat(length / 2 - 20) + "0]}}";
    }

    private static long answerTime(String line) {
        try (var door = LinesDoor.pipe(new TestStudies(), "pipe")) {
            long start = System.nanoTime();
            assertThat(door.answer(line)).contains("ask.study must be a text");
            return System.nanoTime() - start;
        }
    }
}
