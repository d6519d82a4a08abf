package dev.sextant.run.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class OutputReaderTest {
    private static final int HEAD = 100;
    private static final int TAIL = 50;
    private static final Pattern GAP = Pattern.compile("\\n\\[sextant: (\\d+) bytes left out here\\]\\n");

    @TempDir
    private Path folder;

    private Path file;
    private OutputReader reader;
    private final ByteArrayOutputStream seen = new ByteArrayOutputStream();

    @BeforeEach
    void aStream() {
        file = folder.resolve("stdout");
        reader = new OutputReader(file, HEAD, TAIL);
    }

    @ParameterizedTest
    @CsvSource({"7, 1", "33, 1", "49, 1", "50, 1", "13, 3"})
    void whoKeepsUp_seesEveryByteOnce(int bytes, int lookEvery) throws IOException {
        var text = text(2000);
        try (var output = new OutputFile(file, HEAD, TAIL)) {
            for (int i = 0; i * bytes < text.length(); i++) {
                print(output, text.substring(i * bytes, Math.min(text.length(), (i + 1) * bytes)));
                if (i % lookEvery == 0) {
                    reader.copy(seen);
                }
            }
            reader.copy(seen);
            assertThat(seen()).isEqualTo(text);
        }
        reader.copy(seen);
        assertThat(seen()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 99, 100, 101, 150, 151, 200})
    void shortOutputOfARunningProgram_isSeenWhole(int size) throws IOException {
        try (var output = new OutputFile(file, HEAD, TAIL)) {
            print(output, text(size));
            reader.copy(seen);
        }
        assertThat(seen()).isEqualTo(text(size));
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 250, 251, 1000, 12_345})
    void longOutputOfARunningProgram_isSeenAsItWillBeKept(int size) throws IOException {
        try (var output = new OutputFile(file, HEAD, TAIL)) {
            print(output, text(size));
            reader.copy(seen);
        }
        assertThat(seen()).isEqualTo(Files.readString(file));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 60, 100, 130, 160, 260, 990})
    void whoComesBackLate_hearsWhatWasLeftOut(int before) throws IOException {
        var text = text(1000);
        try (var output = new OutputFile(file, HEAD, TAIL)) {
            print(output, text.substring(0, before));
            reader.copy(seen);
            print(output, text.substring(before));
        }
        reader.copy(seen);
        assertThat(whole(seen())).isEqualTo(1000);
        assertThat(seen()).startsWith(text.substring(0, before <= HEAD + 2 * TAIL ? Math.max(before, HEAD) : HEAD)).endsWith(text.substring(950));
    }

    @Test
    void nothingPrintedYet_isNothing() throws IOException {
        reader.copy(seen);
        assertThat(seen()).isEmpty();
    }

    @Test
    void whatAKilledSextantLeft_isSeenWithItsEnd() throws IOException {
        var output = new OutputFile(file, HEAD, TAIL);
        print(output, text(321));
        reader.copy(seen);
        assertThat(folder.resolve("stdout.tail")).exists();
        assertThat(seen()).isEqualTo(text(100) + OutputFile.gap(150) + text(321).substring(250));
    }

    private static int whole(String seen) {
        int whole = GAP.matcher(seen).replaceAll("").length();
        var gaps = GAP.matcher(seen);
        while (gaps.find()) {
            whole += Integer.parseInt(gaps.group(1));
        }
        return whole;
    }

    private static void print(OutputFile output, String text) {
        output.accept(text.getBytes(StandardCharsets.UTF_8), text.length());
    }

    private static String text(int size) {
        var text = new StringBuilder();
        for (int i = 0; text.length() < size; i++) {
            text.append(i).append(',');
        }
        return text.substring(0, size);
    }

    private String seen() {
        return seen.toString(StandardCharsets.UTF_8);
    }
}
