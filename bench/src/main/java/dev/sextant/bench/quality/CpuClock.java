package dev.sextant.bench.quality;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.function.Supplier;

/// Adds up the CPU time of some actions of this thread. Not thread-safe.
final class CpuClock {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private long spent;

    <T> T count(Supplier<T> action) {
        long start = THREADS.getCurrentThreadCpuTime();
        try {
            return action.get();
        } finally {
            spent += THREADS.getCurrentThreadCpuTime() - start;
        }
    }

    double milliseconds() {
        return spent / 1e6;
    }
}
