package dev.sextant.checks.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.strategy.StrategyFactory;
import dev.sextant.strategy.catalog.StrategyCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StrategyPagesTest {
    private static final Path PAGES = root(Path.of("").toAbsolutePath()).resolve("docs/reference/strategies");

    private static Path root(Path folder) {
        return Files.isDirectory(folder.resolve("docs/reference")) ? folder : root(Objects.requireNonNull(folder.getParent()));
    }

    static Stream<String> names() {
        return StrategyCatalog.builtIn().all().stream().map(StrategyFactory::name);
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyStrategyHasAPageThatTheOverviewNames(String name) throws IOException {
        assertThat(PAGES.resolve(name + ".md")).isRegularFile();
        assertThat(Files.readString(PAGES.resolve("README.md"))).contains("[`%s`](%s.md)".formatted(name, name));
        assertThat(Files.readString(PAGES.resolve(name + ".md"))).startsWith("# " + name + "\n");
    }

    @Test
    void everyPageIsOfAStrategyThatIsThere() throws IOException {
        try (Stream<Path> pages = Files.list(PAGES)) {
            assertThat(pages.map(page -> page.getFileName().toString()).filter(page -> !page.equals("README.md")))
                    .containsExactlyInAnyOrderElementsOf(names().map(name -> name + ".md").toList());
        }
    }
}
