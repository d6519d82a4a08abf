package dev.sextant.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.strategy.StrategyFactory;
import dev.sextant.strategy.catalog.StrategyCatalog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Every command line of `wrong-command-lines.txt` gets exactly its message and exit code, and leaves nothing behind.
/// `{strategies}` there stands for the names of all strategies.
class WrongCommandLinesTest {
    private record Wrong(String line, int code, String message) {}

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> aWrongCommandLine_getsItsMessageAndExitCode_andLeavesNothingBehind() {
        return corpus().stream().map(w -> DynamicTest.dynamicTest(w.line, () -> check(w)));
    }

    @Test
    void theCorpusIsLarge() {
        assertThat(corpus()).hasSizeGreaterThanOrEqualTo(50);
    }

    private void check(Wrong wrong) throws IOException {
        var here = Files.createTempDirectory(folder, "wrong");
        Files.writeString(here.resolve("broken.yaml"), "study: broken\nspace: {lr: {raal: [1, 2]}}\n");
        Files.writeString(here.resolve("empty.yaml"), "");
        var ran = new Commands(here).line(wrong.line);
        var shown = ran.err().replace(here.toString(), "HERE").strip();
        assertThat(shown).isEqualTo(wrong.message);
        assertThat(ran.code()).isEqualTo(wrong.code);
        assertThat(ran.out()).isEmpty();
        assertThat(here.resolve(".sextant/studies")).satisfiesAnyOf(
                studies -> assertThat(studies).doesNotExist(), studies -> assertThat(studies).isEmptyDirectory());
    }

    /// Paragraphs: `$ command line`, `= exit code`, the message.
    private static List<Wrong> corpus() {
        var all = new ArrayList<Wrong>();
        for (var paragraph : text().split("\n\n(?=\\$ )", -1)) {
            var lines = paragraph.strip().lines().filter(l -> !l.startsWith("#")).toList();
            if (lines.size() > 2) {
                all.add(new Wrong(lines.get(0).substring(2), Integer.parseInt(lines.get(1).substring(2)),
                        String.join("\n", lines.subList(2, lines.size()))));
            }
        }
        return all;
    }

    private static String text() {
        try (var corpus = Objects.requireNonNull(WrongCommandLinesTest.class.getResourceAsStream("wrong-command-lines.txt"))) {
            return new String(corpus.readAllBytes(), StandardCharsets.UTF_8).replace("{strategies}",
                    StrategyCatalog.builtIn().all().stream().map(StrategyFactory::name).collect(Collectors.joining(", ")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
