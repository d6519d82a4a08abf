package dev.sextant.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The scripts of `completion`, in the shells they are for.
@Timeout(60)
class CompletionTest {
    @TempDir
    Path folder;

    /// What bash offers for the last word.
    private List<String> offered(String... words) throws Exception {
        var all = new StringBuilder();
        for (var word : words) {
            all.append(" '").append(word).append("'");
        }
        return shell("bash", """
                sextant() { echo lenet; }
                COMP_WORDS=(sextant%s); COMP_CWORD=%d
                _sextant; printf '%%s\n' "${COMPREPLY[@]}"
                """.formatted(all, words.length));
    }

    private List<String> shell(String shell, String text) throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/bin", shell)) || Files.isExecutable(Path.of("/usr/bin", shell)), shell + " is installed");
        var script = Files.writeString(folder.resolve("script"), new Commands(folder).line("completion " + shell).out() + text);
        var process = new ProcessBuilder(shell, script.toString()).directory(folder.toFile()).redirectErrorStream(true).start();
        process.getOutputStream().close();
        var lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return lines;
    }

    @Test
    void verbsAndValues_areOfferedWhereTheyBelong() throws Exception {
        assertThat(offered("tu")).containsExactly("tune");
        assertThat(offered("help", "be")).containsExactly("best");
        assertThat(offered("plot", "--kind", "")).containsExactly("history", "parallel", "slice", "timeline", "front", "hypervolume", "importance", "contour");
        assertThat(offered("export", "--format", "")).containsExactly("csv", "json", "jsonl");
        assertThat(offered("completion", "")).containsExactly("bash", "zsh", "fish");
        assertThat(offered("tune", "--strategy", "")).contains("auto", "random").doesNotContain("lenet");
        assertThat(offered("tune", "--seed", "")).containsExactly("");
        assertThat(offered("retry", "lenet", "--f")).containsExactly("--failed");
    }

    @Test
    void studiesAndFiles_areOfferedWhereTheyBelong() throws Exception {
        Files.writeString(folder.resolve("study.yaml"), "");
        assertThat(offered("show", "")).containsExactly("lenet");
        assertThat(offered("tune", "")).contains("lenet", "study.yaml");
        assertThat(offered("plot", "--output", "st")).containsExactly("study.yaml");
    }

    @Test
    void zshNeedsNoCompinitOfTheUser() throws Exception {
        assertThat(shell("zsh", "print ${_comps[sextant]}\n")).containsExactly("_bash_complete -o filenames -F _sextant");
    }
}
