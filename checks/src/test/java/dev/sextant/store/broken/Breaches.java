package dev.sextant.store.broken;

import dev.sextant.checks.border.Breaks;
import dev.sextant.run.broken.RunRoom;
import dev.sextant.strategy.broken.StrategyRoom;
import java.io.IOException;
import java.net.ServerSocket;

/// Borders that the module `store` could cross.
final class Breaches {
    private Breaches() {}

    @Breaks("store never knows strategy")
    record KnowsAStrategy(StrategyRoom strategy) {}

    @Breaks("neighbours on floor 3 are strangers")
    record KnowsWhoRuns(RunRoom run) {}

    @Breaks("only server listens")
    static final class Listens {
        static ServerSocket door() throws IOException {
            return new ServerSocket(0);
        }
    }
}
