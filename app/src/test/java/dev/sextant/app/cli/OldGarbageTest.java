package dev.sextant.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OldGarbageTest {
    private static final long MIB = 1L << 20;

    private final OldGarbage garbage = OldGarbage.ofThisProcess();
    private final MemoryPoolMXBean old = garbage.old().orElseThrow();

    private static long collections() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream().mapToLong(one -> one.getCollectionCount()).sum();
    }

    /// So much that it leaves the young generation while it is held; then nobody needs it any more.
    private static int throwAway400MiB() {
        var held = IntStream.range(0, 400).mapToObj(_ -> new byte[(int) MIB]).toList();
        return held.stream().mapToInt(one -> one.length).sum();
    }

    @Test
    void isCollectedOnceItIsMuch_andThenLeftAlone() {
        assertThat(throwAway400MiB()).isPositive();
        long before = old.getUsage().getUsed();
        assertThat(before).isGreaterThan(200 * MIB);
        garbage.collect();
        assertThat(old.getUsage().getUsed()).isLessThan(before - 100 * MIB);
        long collections = collections();
        garbage.collect();
        assertThat(collections()).isEqualTo(collections);
    }
}
