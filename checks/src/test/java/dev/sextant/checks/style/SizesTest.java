package dev.sextant.checks.style;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.checks.style.Methods.Method;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SizesTest {
    private static final int MOST_LINES_OF_A_FILE = 400;

    private static final int MOST_LINES_OF_A_TEST = 600;

    private static final int MOST_LINES_OF_A_METHOD = 30;

    private static final int FEWEST_FILES = 150;

    @Test
    void noFileIsLongerThanCanBeTakenInAtOnce() {
        List<Path> files = Sources.all();

        assertThat(files).hasSizeGreaterThan(FEWEST_FILES);
        assertThat(files).filteredOn(file -> Sources.read(file).lines().count() > mostLines(file))
                .as("files of more than %d lines, tests of more than %d", MOST_LINES_OF_A_FILE, MOST_LINES_OF_A_TEST)
                .isEmpty();
    }

    private static int mostLines(Path file) {
        return file.toString().contains("/src/test/") ? MOST_LINES_OF_A_TEST : MOST_LINES_OF_A_FILE;
    }

    @Test
    void noMethodThatShipsIsLongerThanAScreen() throws IOException {
        List<Method> methods = Methods.in(Sources.shipped());

        assertThat(methods).hasSizeGreaterThan(FEWEST_FILES);
        assertThat(methods).filteredOn(method -> method.lines() > MOST_LINES_OF_A_METHOD)
                .as("methods of more than %d lines", MOST_LINES_OF_A_METHOD).isEmpty();
    }

    @Test
    void aMethodOfThirtyOneLinesIsNoticed(@TempDir Path folder) throws IOException {
        String lines = String.join("\n", Stream.generate(() -> "i++;").limit(29).toList());
        Path file = Files.writeString(folder.resolve("Long.java"), "class Long { void count(int i) {\n" + lines + "\n} }");

        assertThat(Methods.in(List.of(file))).extracting(Method::lines).containsExactly(31L);
    }
}
