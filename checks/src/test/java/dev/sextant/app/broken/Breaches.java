package dev.sextant.app.broken;

import dev.sextant.checks.border.Breaks;
import java.lang.foreign.Arena;

/// Borders that the module `app` could cross.
final class Breaches {
    private Breaches() {}

    @Breaks("only run may use foreign functions")
    record CallsTheSystem(Arena arena) {}

    @Breaks("only run starts processes")
    static final class StartsAProgram {
        static Process start() throws java.io.IOException {
            return Runtime.getRuntime().exec(new String[] {"train"});
        }
    }

    @Breaks("names say what a thing is")
    record TrialManager(String trial) {}
}
