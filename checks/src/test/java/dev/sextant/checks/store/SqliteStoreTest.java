package dev.sextant.checks.store;

import dev.sextant.engine.port.StudyStore;
import dev.sextant.model.study.Settings;
import dev.sextant.model.study.StudySpec;
import dev.sextant.store.sqlite.Durability;
import dev.sextant.store.sqlite.Journal;
import dev.sextant.store.sqlite.SqliteStore;
import dev.sextant.testkit.store.StoreContract;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.io.TempDir;

class SqliteStoreTest extends StoreContract {
    @TempDir
    Path folder;

    @Override
    protected StudyStore create(StudySpec spec, Settings settings, Instant now) {
        SqliteStore.create(folder.resolve("study.db"), spec, settings, now);
        return open();
    }

    @Override
    protected StudyStore open() {
        return SqliteStore.open("sample", folder.resolve("study.db"), Journal.SHARED, Durability.PROCESS_END);
    }
}
