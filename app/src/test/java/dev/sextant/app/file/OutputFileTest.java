package dev.sextant.app.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFileTest {
    @TempDir
    private Path folder;

    @Test
    void aFileIsReplacedByAllOfTheNewOne() throws IOException {
        var file = Files.writeString(folder.resolve("a"), "a longer old text");
        OutputFile.write(file, writer -> writer.write("größe"));
        assertThat(file).hasContent("größe");
        assertThat(folder).isDirectoryContaining(file::equals).isDirectoryNotContaining(other -> !other.equals(file));
    }

    @Test
    void aFileStaysAsItWas_whenTheNewOneCannotBeFinished() throws IOException {
        var file = Files.writeString(folder.resolve("a"), "old");
        assertThatThrownBy(() -> OutputFile.write(file, writer -> {
            writer.write("half");
            throw new IOException("enough");
        })).hasMessage("enough");
        assertThat(file).hasContent("old");
        assertThat(folder).isDirectoryNotContaining(other -> !other.equals(file));
    }

    @Test
    void aLinkStaysALink() throws IOException {
        var target = Files.writeString(folder.resolve("target"), "old");
        var link = Files.createSymbolicLink(folder.resolve("link"), target);
        OutputFile.write(link, writer -> writer.write("new"));
        assertThat(link).isSymbolicLink();
        assertThat(target).hasContent("new");
    }

    @Test
    void aFolderThatIsMissing_isNamed() {
        assertThatThrownBy(() -> OutputFile.write(folder.resolve("no/a"), writer -> writer.write("")))
                .isInstanceOf(FileSystemException.class).hasMessageContaining("there is no folder " + folder.resolve("no"));
    }
}
