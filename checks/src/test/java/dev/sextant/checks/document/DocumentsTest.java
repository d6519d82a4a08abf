package dev.sextant.checks.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.checks.document.Page.Block;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

final class DocumentsTest {
    /// Code in these languages has to come from a file that runs, or to say in its marker that and why it does not.
    private static final Set<String> RUNS = Set.of("java", "python", "yaml");

    private static final List<Page> PAGES = Page.all();

    @Test
    void thereArePages() {
        assertThat(PAGES).hasSizeGreaterThan(10);
    }

    @ParameterizedTest
    @FieldSource("PAGES")
    void codeIsCutFromFilesThatRun(Page page) {
        assertThat(page.blocks()).filteredOn(block -> RUNS.contains(block.language())).allSatisfy(block ->
                assertThat(block.marker()).as("comment above\n%s", block.code())
                        .hasValueSatisfying(marker -> assertThat(marker).matches("cut from .*|not cut: .+")));
        assertThat(page.blocks()).allSatisfy(DocumentsTest::isAsInTheFile);
    }

    private static void isAsInTheFile(Block block) {
        Optional<Cut> cut = block.marker().flatMap(Cut::of);
        cut.ifPresent(from -> assertThat(block.code()).as(from.toString()).isEqualTo(from.text()).isNotBlank());
    }

    @ParameterizedTest
    @FieldSource("PAGES")
    void linksLeadSomewhere(Page page) {
        assertThat(page.links()).allSatisfy(target -> assertThat(target).exists());
    }

    @Test
    void theIndexOfTheDocumentsNamesEveryPage() {
        assertThat(Page.read(Page.ROOT.resolve("docs/README.md")).links()).containsAll(filesBelow("docs"));
    }

    @Test
    void theIndexOfTheDecisionsNamesEveryDecision() {
        assertThat(Page.read(Page.ROOT.resolve("adr/README.md")).links()).containsAll(filesBelow("adr"));
    }

    @Test
    void theMapInTheReadmeNamesEveryModule() {
        String map = Page.read(Page.ROOT.resolve("README.md")).text();
        var modules = Pattern.compile("<module>(\\w+)</module>").matcher(Page.read(Page.ROOT.resolve("pom.xml")).text())
                .results().map(match -> match.group(1)).toList();

        assertThat(modules).hasSizeGreaterThan(8).allSatisfy(module ->
                assertThat(map).containsPattern("`" + module + "`|\\b" + module + "/|\\| " + module + " "));
    }

    @Test
    void aCutThatDiffersFromItsFileIsNoticed(@TempDir Path folder) throws IOException {
        Path source = Files.writeString(folder.resolve("a.py"), "x\n    # cut: two\n    one\n      two\n    # end of cut\n");

        assertThat(new Cut(source, Optional.of("two")).text()).isEqualTo("one\n  two\n");
        assertThat(new Cut(source, Optional.of("three")).text()).isEmpty();
        assertThat(new Page(source, "<!-- cut from a.py: two -->\n```python\none\n```\n").blocks())
                .containsExactly(new Block("python", "one\n", Optional.of("cut from a.py: two")));
    }

    private static List<Path> filesBelow(String folder) {
        Path root = Page.ROOT.resolve(folder);
        return Page.below(root).stream().map(Page::file).filter(file -> !file.equals(root.resolve("README.md"))).toList();
    }
}
