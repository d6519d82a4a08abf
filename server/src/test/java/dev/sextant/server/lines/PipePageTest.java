package dev.sextant.server.lines;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.server.request.ErrorCode;
import dev.sextant.server.request.Handlers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The page says what the door does.
class PipePageTest {
    @Test
    void everyRequestAndEveryErrorCode_hasItsRow_andNoOther() throws IOException {
        assertThat(firstWords(rows("request"))).isEqualTo(Handlers.KINDS);
        assertThat(firstWords(rows("code"))).isEqualTo(Stream.of(ErrorCode.values()).map(ErrorCode::word).toList());
    }

    @Test
    void theLongestLine_isAsLongAsThePageSays() throws IOException {
        assertThat(Files.readString(page())).contains("at most %s bytes".formatted(String.format(Locale.ROOT, "%,d", LinesDoor.MAX_LINE)));
    }

    private static List<String> rows(String heading) throws IOException {
        return Files.readAllLines(page()).stream().dropWhile(line -> !line.startsWith("| " + heading + " |")).skip(2)
                .takeWhile(line -> line.startsWith("|")).toList();
    }

    private static List<String> firstWords(List<String> rows) {
        return rows.stream().map(row -> row.substring(row.indexOf('`') + 1, row.indexOf('`', row.indexOf('`') + 1))).toList();
    }

    private static Path page() {
        var page = Path.of("docs/reference/pipe.md");
        return Files.exists(page) ? page : Path.of("..").resolve(page);
    }
}
