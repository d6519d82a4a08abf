package dev.sextant.run.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "``|it must start with '{'", "[1]|it must start with '{'", "0.5|it must start with '{'", "{\"loss\": }|line 1, column 10 is not JSON",
        "{\"loss\": 1|it ends too early", "{\"loss\": 1} {}|something follows the object", "{\"loss\": 1, \"loss\": 2}|'loss' stands in it twice",
        "loss=1|line 1, column 1 is not JSON", "{\"loss\": \"half|it ends too early", "{\"loss\": nul}|line 1, column 10 is not JSON"})
    void whatIsNotAFlatObject_isUnreadableWithTheReason(String text, String reason) throws IOException {
        assertThat(read(text)).isEqualTo(new ResultFile.Unreadable("result.json is not a flat JSON object: " + reason));
    }

    @Test
    void noFile_isAbsent() {
        assertThat(ResultFile.at(folder.resolve("result.json"))).isEqualTo(new ResultFile.Absent());
    }

    private ResultFile read(String text) throws IOException {
        return ResultFile.at(Files.writeString(folder.resolve("result.json"), text));
    }
}
