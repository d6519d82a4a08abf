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
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// The GPUs that programs started here would see.
final class VisibleGpus {
    private static final String VARIABLE = "CUDA_VISIBLE_DEVICES";
    /// `nvidia-smi` takes seconds when the driver has to wake up, and hangs when a device is broken.
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final Pattern DEVICE = Pattern.compile("[0-9]{1,9}|GPU-[0-9A-Za-z-]+|MIG-[0-9A-Za-z/-]+");

    private VisibleGpus() {}

    /// What the environment says, else what `nvidia-smi` lists, else none.
    static List<String> find(Map<String, String> environment) {
        var said = environment.get(VARIABLE);
        return said == null ? ask(environment) : visible(said);
    }

    static GpuSource source(Map<String, String> environment) {
        return environment.containsKey(VARIABLE) ? GpuSource.ENVIRONMENT : GpuSource.ASKED;
    }

    /// The devices of a list `0,1`. As CUDA does, nothing counts from the first on that is no device, such as `-1`.
    private static List<String> visible(String text) {
        return Arrays.stream(text.split(",", -1)).map(String::strip).takeWhile(device -> DEVICE.matcher(device).matches()).distinct().toList();
    }

    /// The devices of a list that the user states.
    static List<String> stated(String text) {
        if (text.isBlank() || text.strip().equals("none")) {
            return List.of();
        }
        var devices = Arrays.stream(text.split(",", -1)).map(String::strip).toList();
        for (var device : devices) {
            if (!DEVICE.matcher(device).matches()) {
                throw new IllegalArgumentException("""
                        --machine-gpus %s: '%s' is no GPU; a GPU is a number, GPU-… or MIG-…, as 'nvidia-smi -L' shows them.
                        Write them with commas, as in 0,1; none if there is none.""".formatted(text, device));
            }
            if (Collections.frequency(devices, device) > 1) {
                throw new IllegalArgumentException("--machine-gpus %s: GPU %s is named twice, and trials would have it at the same time.\nName each once."
                        .formatted(text, device));
            }
        }
        return devices;
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
