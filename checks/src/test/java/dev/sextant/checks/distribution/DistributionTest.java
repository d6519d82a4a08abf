package dev.sextant.checks.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.app.Main;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class DistributionTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private static final Path DIST = ROOT.resolve("app/target/dist");

    /// The oldest class file version whose classes an AOT cache takes in: Java 6.
    private static final int OLDEST_ARCHIVED = 50;

    @Test
    void theTextsOfTheLauncherAreThoseOfTheProgram() throws IOException {
        List<Path> texts = list(DIST.resolve("help"));

        assertThat(texts).isNotEmpty();
        for (Path text : texts) {
            assertThat(text).hasContent(printed(text.getFileName().toString()));
        }
    }

    @Test
    void theClassPathNamesEveryJar() throws IOException {
        assertThat(Files.readAllLines(DIST.resolve("class-path")))
                .containsExactlyElementsOf(list(DIST.resolve("lib")).stream().map(jar -> "lib/" + jar.getFileName()).toList())
                .hasSizeGreaterThan(5);
    }

    @Test
    void theLauncherWatchesEveryRoomOfTheProgram() throws IOException {
        var rooms = Pattern.compile("(?m)^rooms='(.*)'$").matcher(Files.readString(ROOT.resolve("sextant")));
        assertThat(rooms.find()).isTrue();

        assertThat(list(DIST.resolve("lib")).stream().map(jar -> jar.getFileName().toString())
                .filter(name -> name.startsWith("sextant-")).map(name -> name.split("-", -1)[1]))
                .containsExactlyInAnyOrder(rooms.group(1).split(" "));
    }

    @Test
    void noClassOfTheCommandLineIsTooOldForTheCache() throws IOException {
        Path picocli = list(DIST.resolve("lib")).stream()
                .filter(jar -> jar.getFileName().toString().startsWith("picocli-")).findFirst().orElseThrow();
        try (var jar = new JarFile(picocli.toFile());
                var type = jar.getInputStream(jar.getEntry("picocli/CommandLine.class"))) {
            assertThat(type.readNBytes(8)[7]).isGreaterThanOrEqualTo((byte) OLDEST_ARCHIVED);
        }
    }

    @Test
    void theNoticeNamesEveryLibraryAndEveryDataSetOfOthers() throws IOException {
        String notice = Files.readString(ROOT.resolve("NOTICE")).toLowerCase(Locale.ROOT).replaceAll("[\\s-]+", "");

        assertThat(list(DIST.resolve("lib")).stream().map(jar -> jar.getFileName().toString().replaceFirst("-\\d.*", ""))
                .filter(name -> !name.startsWith("sextant-")))
                .isNotEmpty().allSatisfy(name -> assertThat(notice).contains(name.replace("-", "")));
        assertThat(notice).contains("kuo", "opticalrecognitionofhandwrittendigits", "echarts");
    }

    private static String printed(String file) {
        var bytes = new ByteArrayOutputStream();
        var out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        String[] line = file.startsWith("help-") ? new String[] {"help", file.substring(5)} : new String[] {file};
        assertThat(Main.run(out, out, line)).as(file).isZero();
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
