package dev.sextant.run.machine;

import dev.sextant.run.launch.Command;
import dev.sextant.run.launch.Environment;
import dev.sextant.run.launch.Launch;
import dev.sextant.run.launch.Launcher;
import dev.sextant.run.launch.OutputSink;
import dev.sextant.run.launch.Signal;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// The GPUs that programs started here would see.
final class VisibleGpus {
    private static final String VARIABLE = "CUDA_VISIBLE_DEVICES";
    /// `nvidia-smi` takes seconds when the driver has to wake up, and hangs when a device is broken.
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private VisibleGpus() {}

    /// What the environment says, else what `nvidia-smi` lists, else none.
    static List<String> find(Map<String, String> environment) {
        var said = environment.get(VARIABLE);
        return said == null ? ask(environment) : parse(said);
    }

    /// The devices of a list `0,1`. As CUDA does, nothing after a `-1` counts.
    static List<String> parse(String text) {
        return Arrays.stream(text.split(",", -1)).map(String::strip).takeWhile(device -> !device.equals("-1")).filter(device -> !device.isEmpty()).toList();
    }

    private static List<String> ask(Map<String, String> environment) {
        var printed = new ByteArrayOutputStream();
        var command = new Command(List.of("nvidia-smi", "--query-gpu=index", "--format=csv,noheader"), Environment.of(environment), Path.of("/"));
        return switch (Launcher.best().launch(command, (bytes, length) -> printed.write(bytes, 0, length), OutputSink.nowhere())) {
            case Launch.Refused _ -> List.of();
            case Launch.Started(var process) -> {
                try (process) {
                    boolean answered = process.follow(PATIENCE).filter(exit -> exit.success()).isPresent();
                    process.signal(Signal.KILL);
                    yield answered ? printed.toString(StandardCharsets.UTF_8).lines().map(String::strip).filter(VisibleGpus::isIndex).toList() : List.of();
                }
            }
        };
    }

    private static boolean isIndex(String line) {
        return !line.isEmpty() && line.chars().allMatch(Character::isDigit);
    }
}
