package dev.sextant.model.broken;

import dev.sextant.checks.border.Breaks;
import dev.sextant.engine.broken.EngineRoom;
import java.io.File;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/// Borders that the module `model` could cross.
final class Breaches {
    private Breaches() {}

    @Breaks("model knows only what lies below it")
    record KnowsTheEngine(EngineRoom engine) {}

    @Breaks("thinking rooms touch no file and no network")
    static final class LooksForAFile {
        static boolean exists(String name) {
            return new File(name).exists();
        }
    }

    @Breaks("thinking rooms never read the clock")
    static final class ReadsTheClock {
        static Instant time() {
            return Instant.now();
        }
    }

    @Breaks("nobody uses java.util.Random")
    static final class ThrowsAnOldDie {
        static int die() {
            return new Random(1).nextInt(6);
        }
    }

    @Breaks("thinking rooms start no threads")
    static final class CountsInParallel {
        static long count(List<String> words) {
            return Stream.concat(words.stream(), words.stream()).parallel().count();
        }
    }
}
