package dev.sextant.bench;

import dev.sextant.engine.memory.MemoryStore;
import dev.sextant.model.study.Settings;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/// Ask and tell in one process with a store in memory: microseconds at n finished trials, the mean over a tenth of n
/// (at least 100), and of that the median of five studies (one from n = 5,000 on), after five seconds of warm-up on others.
///
///     HowLongDoesAnAskTake STRATEGY N...
final class HowLongDoesAnAskTake {
    private HowLongDoesAnAskTake() {}

    public static void main(String[] args) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
        while (System.nanoTime() < end) {
            measure(args[0], 1000);
        }
        for (int i = 1; i < args.length; i++) {
            int trials = Integer.parseInt(args[i]);
            int count = trials < 5000 ? 5 : 1;
            var studies = IntStream.range(0, count).mapToDouble(_ -> measure(args[0], trials)).sorted().toArray();
            System.out.printf("sextant,%s,%d,%.1f%n", args[0], trials, studies[count / 2]);
        }
    }

    private static double measure(String strategy, int trials) {
        int window = Math.max(100, trials / 10);
        try (var desk = Desks.open(MemoryStore.create(BenchSpace.study(strategy), Settings.BY_HAND, Instant.now()))) {
            for (int i = 0; i < trials - window / 2; i++) {
                Desks.askAndTell(desk, "bench");
            }
            long start = System.nanoTime();
            for (int i = 0; i < window; i++) {
                Desks.askAndTell(desk, "bench");
            }
            return (System.nanoTime() - start) / 1e3 / window;
        }
    }
}
