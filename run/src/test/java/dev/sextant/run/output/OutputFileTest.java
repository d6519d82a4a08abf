package dev.sextant.run.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OutputFileTest {
    private static final int HEAD = 100;
    private static final int TAIL = 50;

    @TempDir
    private Path folder;

    @Test
    void aSilentProgram_leavesNoFile() throws IOException {
        write("", 1);
        assertThat(names()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 99, 100, 101, 150, 151, 199, 200})
    void shortOutput_isKeptWhole(int size) throws IOException {
        var text = text(size);
        write(text, 7);
        assertThat(content()).isEqualTo(text);
        assertThat(names()).containsExactly("stdout");
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 249, 250, 251, 1000, 12_345})
    void longOutput_isKeptAtBothEnds(int size) throws IOException {
        var text = text(size);
        write(text, 33);
        var kept = content();
        var gap = kept.substring(HEAD, kept.indexOf("]\n") + 2);
        var end = kept.substring(HEAD + gap.length());
        assertThat(kept).startsWith(text.substring(0, HEAD)).endsWith(text.substring(size - TAIL));
        assertThat(end.length()).isBetween(TAIL, 2 * TAIL);
        assertThat(text).endsWith(end);
        assertThat(gap).isEqualTo("\n[sextant: %d bytes left out here]\n".formatted(size - HEAD - end.length()));
        assertThat(names()).containsExactly("stdout");
    }

    @Test
    void whatWasPrinted_canBeReadAtOnce() throws IOException {
        try (var output = new OutputFile(folder.resolve("stdout"), HEAD, TAIL)) {
            output.accept("hello".getBytes(StandardCharsets.UTF_8), 5);
            assertThat(content()).isEqualTo("hello");
        }
    }

    @Test
    void aMissingFolder_isSaidWithTheFile() {
        Assertions.assertThatThrownBy(() -> new OutputFile(folder.resolve("gone/stdout")).accept(new byte[1], 1))
                .isInstanceOf(UncheckedIOException.class).hasMessageContaining("gone/stdout");
    }

    @Test
    void lastLines_areTheLastOnes() {
        var lines = new LastLines();
        for (int i = 0; i < 1000; i++) {
            var line = "line %d%n".formatted(i).getBytes(StandardCharsets.UTF_8);
            lines.accept(line, line.length);
        }
        assertThat(lines.text().lines()).hasSize(LastLines.MOST_LINES).first().isEqualTo("line 980");
        assertThat(lines.text()).endsWith("line 999");
    }

    @Test
    void oneEndlessLine_isCutAtItsBeginning() {
        var lines = new LastLines();
        var piece = "ü".repeat(5001).getBytes(StandardCharsets.UTF_8);
        lines.accept(piece, piece.length);
        lines.accept(new byte[] {'!'}, 1);
        assertThat(lines.text()).startsWith("…ü").endsWith("ü!").doesNotContain("\uFFFD");
        assertThat(new LastLines().text()).isEmpty();
    }

    private void write(String text, int piece) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        try (var output = new OutputFile(folder.resolve("stdout"), HEAD, TAIL)) {
            for (int i = 0; i < bytes.length; i += piece) {
                var part = Arrays.copyOfRange(bytes, i, Math.min(i + piece, bytes.length));
                output.accept(part, part.length);
            }
        }
    }

    private static String text(int size) {
        var text = new StringBuilder();
        for (int i = 0; text.length() < size; i++) {
            text.append(i).append(',');
        }
        return text.substring(0, size);
    }

    private String content() throws IOException {
        return Files.readString(folder.resolve("stdout"));
    }

    private List<String> names() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
