package dev.sextant.bench;

import dev.sextant.engine.memory.MemoryStore;
import dev.sextant.model.study.Settings;
import dev.sextant.strategy.catalog.StrategyCatalog;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;

/// The CPU time of an ask and a tell in one process, at n finished trials: milliseconds, the median and the mean of the 40
/// that follow, after a warm-up study of 100 trials.
///
///     HowMuchThoughtDoesAnAskTake STRATEGIES N...    strategies with commas; those that there are not are passed over
final class HowMuchThoughtDoesAnAskTake {
    private static final int WINDOW = 40;

    private HowMuchThoughtDoesAnAskTake() {}

    public static void main(String[] args) {
        for (var strategy : args[0].split(",", -1)) {
            if (StrategyCatalog.builtIn().all().stream().anyMatch(f -> f.name().equals(strategy))) {
                measure(strategy, 100);
                for (int i = 1; i < args.length; i++) {
                    print(strategy, Integer.parseInt(args[i]));
                }
            }
        }
    }

    private static void print(String strategy, int trials) {
        double[] costs = measure(strategy, trials);
        System.out.printf(Locale.ROOT, "sextant,%s,%d,median %.3f ms,mean %.3f ms,most %.3f ms%n", strategy, trials, costs[WINDOW / 2],
                Arrays.stream(costs).average().orElseThrow(), costs[WINDOW - 1]);
    }

    /// Ascending.
    private static double[] measure(String strategy, int trials) {
        var threads = ManagementFactory.getThreadMXBean();
        double[] costs = new double[WINDOW];
        try (var desk = Desks.open(MemoryStore.create(BenchSpace.study(strategy), Settings.BY_HAND, Instant.now()))) {
            for (int i = 0; i < trials; i++) {
                Desks.askAndTell(desk, "bench");
            }
            for (int i = 0; i < WINDOW; i++) {
                long start = threads.getCurrentThreadCpuTime();
                Desks.askAndTell(desk, "bench");
                costs[i] = (threads.getCurrentThreadCpuTime() - start) / 1e6;
            }
        }
        Arrays.sort(costs);
        return costs;
    }
}
