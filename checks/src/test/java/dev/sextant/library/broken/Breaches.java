package dev.sextant.library.broken;

import dev.sextant.app.broken.AppRoom;
import dev.sextant.checks.border.Breaks;

/// Borders that the module `library` could cross.
final class Breaches {
    private Breaches() {}

    @Breaks("library never knows server, app")
    record KnowsTheCommandLine(AppRoom app) {}
}
