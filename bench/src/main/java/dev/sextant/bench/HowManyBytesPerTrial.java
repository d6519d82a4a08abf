package dev.sextant.bench;

import dev.sextant.engine.StudyDesk;
import dev.sextant.model.study.Settings;

/// What the engine keeps of a finished trial: bytes of heap after a garbage collection, over a study of N trials with
/// random search and a store that keeps nothing; and whether ask and tell grow with N.
///
///     HowManyBytesPerTrial [N]
final class HowManyBytesPerTrial {
    private HowManyBytesPerTrial() {}

    public static void main(String[] args) {
        int trials = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
        try (var desk = Desks.open(new ForgetfulStore(BenchSpace.study("random"), Settings.BY_HAND))) {
            int tenth = trials / 10;
            run(desk, tenth);
            long before = heap();
            double early = run(desk, tenth);
            run(desk, trials - 3 * tenth);
            double late = run(desk, tenth);
            System.out.printf("bytes a finished trial,%.0f%n", (heap() - before) / (trials - (double) tenth));
            System.out.printf("ask and tell at %d and at %d trials,%.1f us,%.1f us%n", 2 * tenth, trials, early, late);
        }
    }

    private static double run(StudyDesk desk, int trials) {
        long start = System.nanoTime();
        for (int i = 0; i < trials; i++) {
            Desks.askAndTell(desk, "bench");
        }
        return (System.nanoTime() - start) / 1e3 / trials;
    }

    private static long heap() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
