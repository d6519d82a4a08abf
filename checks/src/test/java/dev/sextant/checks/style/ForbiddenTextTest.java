package dev.sextant.checks.style;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ForbiddenTextTest {
    private static final Path THIS = Path.of("checks/src/test/java/dev/sextant/checks/style/ForbiddenTextTest.java");

    @ParameterizedTest
    @ValueSource(strings = {
        "Thread\\s*\\.\\s*sleep\\(", "printStackTrace\\(\\)", "\\bTODO\\b", "\\bFIXME\\b", "@Disabled", "@author", "@since",
        "/\\*\\*"})
    void noSourceContains(String pattern) {
        Pattern forbidden = Pattern.compile(pattern);

        assertThat(Sources.all())
                .filteredOn(file -> !file.equals(Sources.ROOT.resolve(THIS)))
                .filteredOn(file -> forbidden.matcher(Sources.read(file)).find())
                .as("files with %s", pattern).isEmpty();
    }

    @Test
    void everyModuleIsMarkedAsFreeOfNulls() {
        List<Path> descriptors = Sources.all().stream().filter(file -> file.endsWith("module-info.java")).toList();

        assertThat(descriptors).hasSizeGreaterThan(4);
        assertThat(descriptors).allSatisfy(file -> assertThat(Sources.read(file)).as(file.toString())
                .containsPattern("@(org\\.jspecify\\.annotations\\.)?NullMarked\\s+(open )?module "));
    }

    @Test
    void everyRoomIsAModule() {
        List<Path> rooms = Sources.shipped().stream().map(file -> Sources.ROOT.resolve(Sources.ROOT.relativize(file).getName(0)))
                .distinct().filter(room -> !room.endsWith("bench") && !room.endsWith("testkit")).toList();

        assertThat(rooms).allSatisfy(room -> assertThat(room.resolve("src/main/java/module-info.java")).exists());
    }

    @Test
    void everyPackageThatShipsTellsItsStory() {
        assertThat(Sources.shipped().stream().map(Path::getParent).distinct()
                .filter(folder -> !folder.endsWith("src/main/java"))
                .filter(folder -> Files.notExists(folder.resolve("package-info.java"))))
                .as("packages without package-info.java").isEmpty();
    }
}
