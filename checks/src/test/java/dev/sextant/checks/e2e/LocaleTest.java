package dev.sextant.checks.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Batch systems start programs in the locale C, where a JVM reads nothing but ASCII.
@EnabledOnOs(OS.LINUX)
final class LocaleTest {
    /// "grün" in bytes, as this test itself may run in the locale C.
    private static final String WORD = "gr\\303\\274n";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"LC_ALL=C, LC_ALL=C", "LC_ALL=, LC_ALL=unset", "LC_ALL=C.UTF-8, LC_ALL=C.UTF-8"})
    void wordsOutsideAscii_reachTheProgramAsTheyAre_andSoDoesTheLocale(String locale, String seen) throws IOException {
        var shells = new Shells(folder);
        var script = "printf %s \"$WORD/$1\" | od -An -v -w9999 -tx1; pwd | od -An -v -w9999 -tx1; echo LC_ALL=${LC_ALL-unset}; echo loss: 1";

        var tune = shells.startBehind(List.of("env", "-u", "LANG", "-u", "LC_CTYPE", "-u", "LC_ALL", "sh", "-c", """
                word=$(printf '%s')
                mkdir -p "$word" && cd "$word" && export WORD=$word
                [ "$1" = LC_ALL= ] || export "$1"
                exec "$2" tune --name locale --trials 1 -p x=1,2 --metric loss:min -- sh -c '%s' sh "$word"
                """.formatted(WORD, script), "sh", locale));

        assertThat(tune.end().good()).contains("1 complete");
        var printed = Files.readString(shells.home().resolve("studies/locale/runs/0000/000000/stdout"));
        assertThat(printed).contains(" 67 72 c3 bc 6e 2f 67 72 c3 bc 6e\n", " 2f 67 72 c3 bc 6e 0a", "\n" + seen + "\n");
    }
}
