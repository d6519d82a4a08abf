package dev.sextant.flow.broken;

import dev.sextant.checks.border.Breaks;
import dev.sextant.engine.broken.EngineRoom;

/// Borders that the module `flow` could cross.
final class Breaches {
    private Breaches() {}

    @Breaks("flow never knows strategy, engine")
    record KnowsTheEngine(EngineRoom engine) {}
}
