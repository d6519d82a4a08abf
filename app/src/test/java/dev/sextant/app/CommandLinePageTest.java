package dev.sextant.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.app.cli.CommandLines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    /// Where the help only lists the flags, the page has a row for each.
    @ParameterizedTest
    @ValueSource(strings = {"tune", "create", "explain"})
    void thePageSaysWhatEachFlagDoes(String verb) throws IOException {
        var page = Files.readString(Files.exists(PAGE) ? PAGE : Path.of("..").resolve(PAGE));
        var flags = Pattern.compile(" (--?[a-z][a-z-]*)").matcher(new Commands(folder).line(verb + " --help").out().split("Examples:", 2)[0]);
        assertThat(flags.results().map(f -> f.group(1)).distinct()).hasSizeGreaterThan(25)
                .allSatisfy(flag -> assertThat(page).containsPattern("\\| `" + flag + "[` ]"));
    }

    @Test
    void everyHelpFitsAScreenOf24LinesAnd80Columns() {
        assertThat(CommandLines.verbs()).allSatisfy(verb ->
                assertThat(new Commands(folder).line(verb + " --help").lines()).hasSizeLessThanOrEqualTo(24)
                        .allMatch(line -> line.length() <= 80));
        assertThat(new Commands(folder).line("help").lines()).allMatch(line -> line.length() <= 80);
    }
}
