package dev.sextant.run.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ResultFileTest {
    @TempDir
    private Path folder;

    @Test
    void numbersOfAFlatObject_areFiguresAndTheRestIsPassedOver() throws IOException {
        assertThat(read("{\"loss\": 0.31, \"n\": 12, \"who\": \"me\", \"ok\": true, \"deep\": {\"loss\": 7}, \"list\": [1], \"none\": null}"))
                .isInstanceOfSatisfying(ResultFile.Read.class, read ->
                        assertThat(read.reading().values()).containsExactly(Map.entry("loss", 0.31), Map.entry("n", 12.0)));
    }

    @Test
    void nanAsPythonWritesIt_isRead() throws IOException {
        assertThat(read("{\"loss\": NaN, \"x\": -Infinity}")).isInstanceOfSatisfying(ResultFile.Read.class, read ->
                assertThat(read.reading().values()).containsExactly(Map.entry("loss", Double.NaN), Map.entry("x", Double.NEGATIVE_INFINITY)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[1]", "0.5", "{\"loss\": }", "{\"loss\": 1", "{\"loss\": 1} {}", "{\"loss\": 1, \"loss\": 2}", "loss=1"})
    void whatIsNotAFlatObject_isUnreadableWithTheReason(String text) throws IOException {
        assertThat(read(text)).isInstanceOfSatisfying(ResultFile.Unreadable.class, unreadable ->
                assertThat(unreadable.reason()).startsWith("result.json is not a flat JSON object: ").doesNotContain("\n"));
    }

    @Test
    void noFile_isAbsent() {
        assertThat(ResultFile.at(folder.resolve("result.json"))).isEqualTo(new ResultFile.Absent());
    }

    private ResultFile read(String text) throws IOException {
        return ResultFile.at(Files.writeString(folder.resolve("result.json"), text));
    }
}
