package dev.sextant.checks.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The Python package, whose own tests run against the program that was built here.
@EnabledOnOs({OS.LINUX, OS.MAC})
final class PythonPackageTest {
    private static final Path PACKAGE = Path.of("..", "python").toAbsolutePath().normalize();

    private static final int PATIENCE_SECONDS = 300;

    @TempDir
    private Path folder;

    private Running start(String... command) throws IOException {
        var out = folder.resolve("out");
        var err = folder.resolve("err");
        var builder = new ProcessBuilder(command).directory(PACKAGE.toFile()).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().put("SEXTANT", PACKAGE.resolveSibling("sextant").toString());
        builder.environment().remove("SEXTANT_HOME");
        return new Running(builder.start(), out, err);
    }

    private boolean pythonIsThere() {
        try {
            return start("python3", "-c", "import sys; sys.exit(sys.version_info < (3, 9))").end().code() == 0;
        } catch (IOException none) {
            return false;
        }
    }

    @Test
    void itsTestsPass() throws IOException, InterruptedException {
        assumeTrue(pythonIsThere(), "There is no python3 of 3.9 or newer here: the Python package is not tested.");
        var tests = start(PACKAGE.resolve("test").toString());

        assertThat(tests.process().waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).as(tests.err()).isTrue();
        assertThat(tests.end().code()).as(tests.err()).isZero();
        assertThat(tests.err()).containsPattern("Ran [1-9][0-9]+ tests").contains("\nOK");
    }
}
