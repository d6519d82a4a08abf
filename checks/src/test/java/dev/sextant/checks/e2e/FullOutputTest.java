package dev.sextant.checks.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Standard output that takes nothing more.
@EnabledOnOs(OS.LINUX)
final class FullOutputTest {
    @TempDir
    private Path folder;

    @Test
    void aFullDisk_isSaidAndIsAFailure() {
        var ended = piped("\"$@\" > /dev/full");

        assertThat(ended.code()).isEqualTo(3);
        assertThat(ended.err()).contains("Standard output could not be written");
    }

    @Test
    void aReaderThatHasSeenEnough_isNoFailure() {
        var ended = piped("set -o pipefail; \"$@\" | true");

        assertThat(ended.code()).isZero();
        assertThat(ended.err()).isEmpty();
    }

    private Running.Ended piped(String script) {
        return new Shells(folder).startBehind(List.of("bash", "-c", script, "bash"), "explain", "--schema").end();
    }
}
