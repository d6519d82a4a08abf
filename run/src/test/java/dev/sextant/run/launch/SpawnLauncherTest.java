package dev.sextant.run.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

@EnabledIf("supported")
final class SpawnLauncherTest extends LauncherContract {
    private final SpawnLauncher launcher = new SpawnLauncher();

    static boolean supported() {
        return SpawnLauncher.isSupported();
    }

    @Override
    Launcher launcher() {
        return launcher;
    }

    @Test
    void aScriptWithoutAFirstLine_isRefusedWithTheCure(@TempDir Path folder) throws IOException {
        assertThat(refusal(folder, "echo hello\n")).contains("'./script' is not a program this system can run").contains("#!/bin/sh");
    }

    @Test
    void aScriptWithAMissingInterpreter_isRefused(@TempDir Path folder) throws IOException {
        assertThat(refusal(folder, "#!/no/such/interpreter\n")).contains("the interpreter that its first line names does not exist");
    }

    @Test
    void descriptors_areGivenBack(@TempDir Path folder) throws IOException {
        runOnce(folder);
        long before = openDescriptors();
        for (int i = 0; i < 50; i++) {
            runOnce(folder);
            launcher.launch(Command.inherit(List.of("./missing"), folder), OutputSink.nowhere(), OutputSink.nowhere());
        }
        assertThat(openDescriptors()).isLessThan(before + 50);
    }

    private void runOnce(Path folder) {
        var command = Command.inherit(List.of("true"), folder);
        try (var process = ((Launch.Started) launcher.launch(command, OutputSink.nowhere(), OutputSink.nowhere())).process()) {
            assertThat(process.follow(java.time.Duration.ofSeconds(20))).contains(new Exit.Code(0));
        }
    }

    private static long openDescriptors() throws IOException {
        try (var descriptors = Files.list(Path.of("/proc/self/fd"))) {
            return descriptors.count();
        }
    }

    private String refusal(Path folder, String script) throws IOException {
        var file = Files.writeString(folder.resolve("script"), script);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        var command = Command.inherit(List.of("./script"), folder);
        return ((Launch.Refused) launcher.launch(command, OutputSink.nowhere(), OutputSink.nowhere())).reason();
    }
}
