package dev.sextant.testkit.process;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// Waits for what other processes do.
public final class Await {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(20);

    private Await() {}

    /// Waits until something is so.
    ///
    /// @throws AssertionError if it is not so within a minute
    public static void until(String what, BooleanSupplier isSo) {
        until(what, isSo, () -> "");
    }

    /// Waits until something is so.
    ///
    /// @param details for the error
    /// @throws AssertionError if it is not so within a minute
    public static void until(String what, BooleanSupplier isSo, Supplier<String> details) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!isSo.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Waited %s in vain until %s.%n%s".formatted(PATIENCE, what, details.get()));
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }
}
