package dev.sextant.server.lines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SocketFolderTest {
    @TempDir Path temporary;

    @Test
    void theRuntimeFolder_isUsedWhereThereIsOne() throws IOException {
        var runtime = Files.createDirectory(temporary.resolve("run"));
        assertThat(SocketFolder.in(Optional.of(runtime), temporary, "me").socket(Path.of("/a/study.db")).getParent())
                .isEqualTo(runtime.resolve("sextant"));
        assertThat(SocketFolder.in(Optional.of(temporary.resolve("missing")), temporary, "me").socket(Path.of("/a/study.db")).getParent())
                .isEqualTo(temporary.resolve("sextant-me"));
    }

    @Test
    void aStudy_alwaysHasTheSameSocket_andNoOtherStudyHasIt() {
        var folder = SocketFolder.in(Optional.empty(), temporary, "me");
        assertThat(folder.socket(Path.of("/a/../a/study.db"))).isEqualTo(folder.socket(Path.of("/a/study.db")))
                .isNotEqualTo(folder.socket(Path.of("/b/study.db")));
    }

    @Test
    void aFolderThatOthersMayEnter_isRefused() throws IOException {
        Files.createDirectory(temporary.resolve("sextant-me"));
        Files.setPosixFilePermissions(temporary.resolve("sextant-me"), PosixFilePermissions.fromString("rwxr-xr-x"));
        assertThatThrownBy(() -> SocketFolder.in(Optional.empty(), temporary, "me"))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("its permissions are rwxr-xr-x, not rwx------")
                .hasMessageContaining("Set XDG_RUNTIME_DIR to a folder of your own.");
    }

    @Test
    void aLinkInPlaceOfTheFolder_isRefused() throws IOException {
        Files.createSymbolicLink(temporary.resolve("sextant-me"), Files.createDirectory(temporary.resolve("elsewhere")));
        assertThatThrownBy(() -> SocketFolder.in(Optional.empty(), temporary, "me")).hasMessageContaining("it is no folder");
    }

    @Test
    void aPathThatNoSystemCanBind_isRefused() throws IOException {
        var deep = Files.createDirectory(temporary.resolve("d".repeat(100)));
        assertThatThrownBy(() -> SocketFolder.in(Optional.of(deep), temporary, "me").socket(Path.of("/a/study.db")))
                .hasMessageContaining("The path of a socket has at most 107 bytes")
                .hasMessageContaining("Set XDG_RUNTIME_DIR to a folder with a shorter path.");
    }
}
