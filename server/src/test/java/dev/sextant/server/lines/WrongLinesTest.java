package dev.sextant.server.lines;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.server.request.ErrorCode;
import dev.sextant.server.request.TestStudies;
import dev.sextant.strategy.StrategyFactory;
import dev.sextant.strategy.catalog.StrategyCatalog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Wrong lines with their answers, on file: a line `=== title`, the line, a line `-----`, the answer. Each is said to a
/// pipe of its own in which study `s` has a running trial 0 and a complete trial 1. `{strategies}` stands for the names of
/// all strategies.
class WrongLinesTest {
    private static final List<String> BEFORE = List.of(
            """
            {"create":{"study":"s","store":"memory","strategy":"random","seed":1,"record":["size"],"objective":{"metric":"loss","goal":"min"},\
            "space":{"x":{"real":[0,1]},"n":{"int":[1,9]},"act":{"choice":["relu","tanh"]},"k":{"int":[2,4],"if":"act == tanh"}},"require":["n * x <= 8"]}}""",
            "{\"ask\":{\"study\":\"s\",\"count\":2}}",
            "{\"tell\":{\"study\":\"s\",\"trial\":1,\"values\":{\"loss\":0.5}}}");

    record Case(String title, String line, String answer) {}

    @TestFactory
    Stream<DynamicTest> aWrongLine_isAnsweredInWordsThatHelp_andChangesNothing() {
        return cases().stream().map(wrong -> DynamicTest.dynamicTest(wrong.title(), () -> {
            try (var door = LinesDoor.pipe(new TestStudies(() -> Instant.parse("2026-01-01T00:00:00Z")), "pipe")) {
                BEFORE.forEach(line -> assertThat(door.answer(line)).doesNotContain("error"));
                var trials = door.answer("{\"trials\":{\"study\":\"s\"}}");
                assertThat(door.answer(wrong.line())).isEqualTo(wrong.answer());
                assertThat(door.answer("{\"trials\":{\"study\":\"s\"}}")).isEqualTo(trials);
            }
        }));
    }

    @Test
    void theCorpus_isLarge_andKnowsEveryErrorThatALineCanCause() {
        assertThat(cases()).hasSizeGreaterThanOrEqualTo(40);
        var answers = cases().stream().map(Case::answer).toList();
        for (var code : List.of(ErrorCode.NOT_JSON, ErrorCode.UNKNOWN_REQUEST, ErrorCode.WRONG_FORM,
                ErrorCode.UNKNOWN_STUDY, ErrorCode.STUDY_EXISTS, ErrorCode.UNKNOWN_TRIAL, ErrorCode.NOT_ALLOWED)) {
            assertThat(answers).anyMatch(answer -> answer.contains("\"code\":\"" + code.word() + "\""));
        }
    }

    static List<Case> cases() {
        try (var file = WrongLinesTest.class.getResourceAsStream("wrong-lines.txt")) {
            var text = new String(Objects.requireNonNull(file, "wrong-lines.txt").readAllBytes(), StandardCharsets.UTF_8)
                    .replace("{strategies}", StrategyCatalog.builtIn().all().stream().map(StrategyFactory::name).collect(Collectors.joining(", ")));
            var cases = new ArrayList<Case>();
            for (var block : text.split("(?m)^=== ", -1)) {
                var lines = block.split("\n", -1);
                if (lines.length > 1) {
                    cases.add(new Case(lines[0], lines[1], lines[3]));
                }
            }
            return cases;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
