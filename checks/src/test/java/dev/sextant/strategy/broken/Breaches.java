package dev.sextant.strategy.broken;

import dev.sextant.checks.border.Breaks;
import dev.sextant.engine.broken.EngineRoom;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ForkJoinPool;

/// Borders that the module `strategy` could cross.
final class Breaches {
    private Breaches() {}

    @Breaks("strategy knows only what lies below it")
    record KnowsTheEngine(EngineRoom engine) {}

    @Breaks("thinking rooms touch no file and no network")
    static final class LooksForAFile {
        static boolean exists(String name) {
            return Files.exists(Path.of(name));
        }
    }

    @Breaks("thinking rooms throw no dice of their own")
    static final class DrawsWithoutASeed {
        static double draw() {
            return new SplittableRandom().nextDouble();
        }
    }

    @Breaks("thinking rooms throw no dice of their own")
    static final class NamesByChance {
        static UUID name() {
            return UUID.randomUUID();
        }
    }

    @Breaks("thinking rooms never read the clock")
    static final class TimesItself {
        static long now() {
            return System.nanoTime();
        }
    }

    @Breaks("thinking rooms start no threads")
    static final class WorksInThePool {
        static int width() {
            return ForkJoinPool.getCommonPoolParallelism();
        }
    }
}
