package dev.sextant.app.cli;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.Optional;

/// Garbage that has grown old. The serial collector, which needs the least memory of all, looks at the old generation when that is as large
/// as it may become, a quarter of the machine; whatever ten thousand workers leave in it in the first minutes would stay for weeks.
record OldGarbage(Optional<MemoryPoolMXBean> old) {
    /// What is not worth a pause, in bytes.
    private static final long LITTLE = 128L << 20;

    static OldGarbage ofThisProcess() {
        return new OldGarbage(ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP && pool.isUsageThresholdSupported()).findFirst());
    }

    /// Has it collected if there can be half as much of it as there is in use. A pause of 0.1 s for ten thousand workers, and of a second for a
    /// study of a million trials, but there only when that has grown by half.
    void collect() {
        old.filter(pool -> pool.getUsage().getUsed() > LITTLE + 3 * pool.getCollectionUsage().getUsed() / 2).ifPresent(_ -> System.gc());
    }
}
