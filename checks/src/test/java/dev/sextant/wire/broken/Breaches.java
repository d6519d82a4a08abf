package dev.sextant.wire.broken;

import dev.sextant.checks.border.Breaks;
import dev.sextant.engine.broken.EngineRoom;

/// Borders that the module `wire` could cross.
final class Breaches {
    private Breaches() {}

    @Breaks("wire never knows strategy, engine")
    record KnowsTheEngine(EngineRoom engine) {}
}
