package dev.sextant.run.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.model.study.Artifacts;
import dev.sextant.model.study.FilePattern;
import dev.sextant.model.trial.Artifact;
import dev.sextant.wire.file.Digests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftFilesTest {
    @TempDir
    Path place;

    private Path folder() throws IOException {
        return Files.createDirectories(place.resolve("000007"));
    }

    private Path file(String name, String text) throws IOException {
        var file = folder().resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private LeftFiles left(String... patterns) throws IOException {
        return LeftFiles.in(folder(), new Artifacts(Arrays.stream(patterns).map(FilePattern::new).toList(), Artifacts.Bring.REQUEST, 1));
    }

    @Test
    void filesThatTheStudyNames_areFoundWithWhatTheyHold() throws IOException {
        file("model.pt", "abc");
        file("plots/b.png", "");
        file("plots/a.png", "x");
        file("other", "y");
        assertThat(left("model.pt", "plots/").described(new Digests())).containsExactly(
                new Artifact("model.pt", 3, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
                new Artifact("plots/a.png", 1, "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881"),
                new Artifact("plots/b.png", 0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
        assertThat(left().paths()).isEmpty();
        assertThat(LeftFiles.in(place.resolve("none"), Artifacts.NONE).paths()).isEmpty();
    }

    @Test
    void sextantsOwnFiles_areNone_whateverTheWildcard() throws IOException {
        for (var own : new String[] {"params.json", "result.json", "stdout", "stderr", "checkpoint/model.pt"}) {
            file(own, "x");
        }
        file("plots/stdout", "x");
        assertThat(left("*", "**/*").paths().sequencedKeySet()).containsExactly("plots/stdout");
    }

    @Test
    void aLinkOutOfTheRunFolder_isNone_whateverItLeadsThrough() throws IOException {
        var secret = Files.writeString(place.resolve("secret"), "s");
        Files.createDirectories(place.resolve("data"));
        Files.writeString(place.resolve("data/secret"), "s");
        Files.createSymbolicLink(folder().resolve("a.pt"), secret);
        Files.createSymbolicLink(folder().resolve("b.pt"), Path.of("../secret"));
        Files.createSymbolicLink(folder().resolve("data"), place.resolve("data"));
        Files.createSymbolicLink(folder().resolve("c.pt"), Path.of("data/secret"));
        Files.createSymbolicLink(folder().resolve("gone.pt"), Path.of("nothing"));
        Files.createSymbolicLink(folder().resolve("self"), Path.of("."));
        assertThat(left("**").paths()).isEmpty();
    }

    @Test
    void aLinkWithinTheRunFolder_isTheFileThatItLeadsTo() throws IOException {
        var model = file("models/epoch9.pt", "m");
        file("params.json", "p");
        Files.createSymbolicLink(folder().resolve("best.pt"), Path.of("models/epoch9.pt"));
        Files.createSymbolicLink(folder().resolve("own.pt"), Path.of("params.json"));
        assertThat(left("*.pt").paths()).containsOnlyKeys("best.pt").containsEntry("best.pt", model.toRealPath());
    }

    @Test
    void whatIsNoFile_isNone() throws Exception {
        assertThat(new ProcessBuilder("mkfifo", folder().resolve("pipe.pt").toString()).start().waitFor()).isZero();
        Files.createDirectory(folder().resolve("folder.pt"));
        assertThat(left("*.pt").paths()).isEmpty();
    }

    @Test
    void tooManyFiles_areRefused() throws IOException {
        for (int i = 0; i <= 10_000; i++) {
            Files.createFile(folder().resolve(i + ".a"));
        }
        assertThatThrownBy(() -> left("*.a")).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("more than 10000 artifacts");
        assertThat(left("7.a").paths()).containsOnlyKeys("7.a");
    }
}
