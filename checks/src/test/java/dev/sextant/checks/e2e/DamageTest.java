package dev.sextant.checks.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// A disk that cannot be written, and files that are not what they should be.
@EnabledOnOs(OS.LINUX)
final class DamageTest {
    private static final int MACHINE_FAILED = 3;

    @TempDir
    private Path folder;

    private Shells shells;

    @BeforeEach
    void tuneAStudy() {
        shells = new Shells(folder);
        shells.tune("--name small --trials 3", "echo loss=$SEXTANT_PARAM_x").end().good();
    }

    private static void isAClearError(Running.Ended ended, String... words) {
        assertThat(ended.code()).as("exit code; stderr: %s", ended.err()).isEqualTo(MACHINE_FAILED);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err()).contains(words).doesNotContain("\tat ", "Exception", "Something broke");
    }

    @Test
    void aHomeThatMayNotBeWritten() throws IOException {
        allow("r-xr-xr-x", "r--r--r--");
        try {
            isAClearError(weak(Shells.tuneWords("--name other", "echo loss=1")), "home");
            isAClearError(weak("tune", "small", "--trials", "5"), "home");
            isAClearError(weak("tell", "small", "0", "loss=1"), "home");
            assertThat(Trials.read(weak("trials", "small", "--json").good()).numbers("complete")).containsExactly(0, 1, 2);
        } finally {
            allow("rwxr-xr-x", "rw-r--r--");
        }
    }

    /// Runs it as somebody who obeys permissions, which root otherwise does not.
    private Running.Ended weak(String... words) {
        var without = System.getProperty("user.name").equals("root")
                ? List.of("setpriv", "--inh-caps=-all", "--bounding-set=-dac_override,-dac_read_search") : List.<String>of();
        return shells.startBehind(without, words).end();
    }

    private void allow(String folders, String files) throws IOException {
        Files.setPosixFilePermissions(shells.home(), PosixFilePermissions.fromString("rwxr-xr-x"));
        try (var all = Files.walk(shells.home())) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(Files.isDirectory(file) ? folders : files));
            }
        }
    }

    @Test
    void aDatabaseThatWasCutShort() throws IOException {
        var whole = Files.readAllBytes(shells.database("small"));
        for (int length : new int[] {0, 50, 4096, whole.length / 2}) {
            Files.write(shells.database("small"), Arrays.copyOf(whole, length));
            everyVerbSaysSo();
            assertThat(Files.size(shells.database("small"))).as("it was left as it is").isEqualTo(length);
        }
    }

    @Test
    void aFileThatIsNoDatabase() throws IOException {
        var letter = "Dear reader,\n".repeat(2000);
        Files.writeString(shells.database("small"), letter);

        everyVerbSaysSo();

        assertThat(shells.database("small")).hasContent(letter);
    }

    private void everyVerbSaysSo() {
        isAClearError(shells.run("tune", "small", "--trials", "5"), "study.db");
        isAClearError(shells.run("trials", "small"), "study.db");
    }
}
