package dev.sextant.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.app.cli.CommandLines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandLinePageTest {
    private static final Path PAGE = Path.of("docs/reference/command-line.md");

    @TempDir
    Path folder;

    /// What a verb says of itself stands in the page word for word.
    @Test
    void thePageHasTheHelpOfEveryVerb() throws IOException {
        var page = Files.readString(Files.exists(PAGE) ? PAGE : Path.of("..").resolve(PAGE));
        assertThat(CommandLines.verbs()).hasSizeGreaterThan(20).allSatisfy(verb ->
                assertThat(page).contains("```text\n" + new Commands(folder).line(verb + " --help").out() + "```"));
    }

    @Test
    void everyHelpFitsAScreenOf100Columns() {
        assertThat(CommandLines.verbs()).allSatisfy(verb ->
                assertThat(new Commands(folder).line(verb + " --help").lines()).hasSizeLessThanOrEqualTo(50)
                        .allMatch(line -> line.length() <= 100));
    }
}
