package dev.sextant.bench.quality;

import dev.sextant.model.study.StrategySpec;
import dev.sextant.model.value.Value;
import dev.sextant.strategy.catalog.StrategyCatalog;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.zip.CRC32;

/// Runs of Sextant's strategies. Those that this very program has made are not made again; a changed strategy module is
/// another program.
record OwnRuns(Results results, List<Benchmark> problems, List<Long> seeds, int evaluations, int workers) {
    /// Makes what is missing.
    ///
    /// @param method what the runs are called
    void make(String method, StrategySpec strategy) {
        results.keepOnlyOf(method, stamp() + strategy);
        var made = results.read(method, evaluations);
        long start = System.nanoTime();
        for (var problem : problems) {
            for (long seed : seeds) {
                var key = new Run.Key(problem, method, seed, workers);
                if (!made.containsKey(key)) {
                    results.append(Benchmarks.isCurve(problem) ? CurveRun.of(problem, strategy, key, evaluations)
                            : SextantRun.of(problem, strategy, key, evaluations));
                }
            }
        }
        System.err.printf("%s: %d problems, %d seeds, %.1f s%n", method, problems.size(), seeds.size(), (System.nanoTime() - start) / 1e9);
    }

    static StrategySpec strategy(String name, List<String> settings) {
        var strategy = StrategySpec.of(name);
        for (var setting : settings) {
            int equals = setting.indexOf('=');
            strategy = strategy.with(setting.substring(0, equals), Value.of(setting.substring(equals + 1)));
        }
        return strategy;
    }

    /// A checksum of the strategy module's classes.
    private static String stamp() {
        var crc = new CRC32();
        try (var files = Files.walk(Path.of(Objects.requireNonNull(
                StrategyCatalog.class.getProtectionDomain().getCodeSource()).getLocation().toURI()).resolve("dev/sextant/strategy"))) {
            for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                crc.update(Files.readAllBytes(file));
            }
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException("The classes of the strategies cannot be read.", e);
        }
        return Long.toHexString(crc.getValue()) + " ";
    }
}
