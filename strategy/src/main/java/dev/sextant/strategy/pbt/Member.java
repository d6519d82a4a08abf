package dev.sextant.strategy.pbt;

import java.util.Optional;

/// One member of a population. Not thread-safe.
final class Member {
    private Optional<Standing> latest = Optional.empty();
    private int running;
    private boolean failed;

    void begin() {
        running++;
    }

    void succeed(Standing standing) {
        running--;
        failed = false;
        if (standing.generation() > generation()) {
            latest = Optional.of(standing);
        }
    }

    void fail() {
        running--;
        failed = true;
    }

    /// Where it stands; empty before its first generation has ended.
    Optional<Standing> latest() {
        return latest;
    }

    /// The last generation that it has ended, 0 before the first.
    int generation() {
        return latest.map(Standing::generation).orElse(0);
    }

    boolean isIdle() {
        return running == 0;
    }

    /// Whether its last trial came to nothing.
    boolean hasFailed() {
        return failed;
    }
}
