package dev.sextant.checks.store;

import dev.sextant.engine.memory.MemoryStore;
import dev.sextant.engine.port.StudyStore;
import dev.sextant.model.study.Settings;
import dev.sextant.model.study.StudySpec;
import dev.sextant.testkit.store.StoreContract;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

class MemoryStoreTest extends StoreContract {
    @Override
    protected StudyStore create(StudySpec spec, Settings settings, Instant now) {
        return MemoryStore.create(spec, settings, now);
    }

    @Override
    protected Set<Ability> declined() {
        return EnumSet.of(Ability.OUTLIVES_CLOSING);
    }
}
