package dev.sextant.bench;

import dev.sextant.engine.port.StudyStore;
import dev.sextant.model.study.Settings;
import dev.sextant.model.study.StudySpec;
import dev.sextant.store.home.Access;
import dev.sextant.store.home.HeldStudy;
import dev.sextant.store.home.Home;
import dev.sextant.store.sqlite.Durability;
import java.nio.file.Path;

/// Studies on disk, as `sextant create` makes them.
final class Stores {
    private Stores() {}

    /// A new study in a home folder; it is let go of with its store.
    static HeldStudy create(Path home, StudySpec spec, Durability durability) {
        return new Home(home, Access.standard().with(durability)).create(spec, Settings.BY_HAND);
    }
}
