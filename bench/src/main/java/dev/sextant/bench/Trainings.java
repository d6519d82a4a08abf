package dev.sextant.bench;

import dev.sextant.model.trial.Lease;
import dev.sextant.model.trial.Metrics;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;

/// Runs `examples/lenet/LeNet.java` in this process, with checkpoints handed on as Sextant hands them on. The compiled program has to be
/// on the class path.
final class Trainings {
    private static final String NETWORK = "network";

    private final String data;
    private final Path folder;

    Trainings(String data, Path folder) {
        this.data = data;
        this.folder = folder;
    }

    /// Forgets the checkpoints of the study before.
    void begin() throws IOException {
        Files.createDirectories(folder);
        try (var trials = Files.list(folder)) {
            for (Path trial : trials.toList()) {
                Files.deleteIfExists(trial.resolve(NETWORK));
            }
        }
    }

    /// Trains up to an epoch.
    ///
    /// @param seen is given the loss after each epoch, which may be NaN
    /// @return the last figures; none if the loss is NaN
    Metrics train(Lease lease, int epochs, long seed, DoubleConsumer seen) throws IOException {
        Map<String, String> flags = new TreeMap<>(Map.of("--data", data, "--epochs", Integer.toString(epochs), "--batch", "16"));
        lease.configuration().values().forEach((name, value) -> flags.put("--" + name, value.text()));
        Path own = folder.resolve(Integer.toString(lease.trial()));
        Files.createDirectories(own);
        if (lease.parent().isPresent()) {
            Files.copy(folder.resolve(Integer.toString(lease.parent().getAsInt())).resolve(NETWORK), own.resolve(NETWORK), StandardCopyOption.REPLACE_EXISTING);
        }
        var last = new LinkedHashMap<String, Double>();
        run(flags, seed, own, line -> {
            last.clear();
            for (String word : line.split(" ", -1)) {
                last.put(word.substring(0, word.indexOf('=')), Double.parseDouble(word.substring(word.indexOf('=') + 1)));
            }
            seen.accept(last.getOrDefault("loss", Double.NaN));
        });
        return last.values().stream().allMatch(Double::isFinite) ? new Metrics(last) : Metrics.NONE;
    }

    private static void run(Map<String, String> flags, long seed, Path checkpoint, Consumer<String> print) throws IOException {
        try {
            Method run = Class.forName("LeNet").getDeclaredMethod("run", Map.class, long.class, Optional.class, Consumer.class);
            run.setAccessible(true);
            run.invoke(null, flags, seed, Optional.of(checkpoint), print);
        } catch (InvocationTargetException thrown) {
            throw new IOException("LeNet failed: " + thrown.getCause(), thrown);
        } catch (ReflectiveOperationException missing) {
            throw new IOException("LeNet is not on the class path; bench/run pbt compiles it.", missing);
        }
    }
}
