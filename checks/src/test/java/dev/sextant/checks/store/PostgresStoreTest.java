package dev.sextant.checks.store;

import dev.sextant.engine.port.StudyStore;
import dev.sextant.model.study.Settings;
import dev.sextant.model.study.StudySpec;
import dev.sextant.store.home.HeldStudy;
import dev.sextant.store.postgres.PostgresAccess;
import dev.sextant.store.postgres.PostgresAddress;
import dev.sextant.store.postgres.PostgresHome;
import dev.sextant.testkit.postgres.PostgresServer;
import dev.sextant.testkit.store.SampleLog;
import dev.sextant.testkit.store.StoreContract;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

class PostgresStoreTest extends StoreContract {
    @TempDir
    static Path files;
    private static PostgresHome home;
    private @Nullable HeldStudy held;

    @BeforeAll
    static void begin() {
        var server = PostgresServer.shared();
        var address = PostgresAddress.parse(server.address(server.newDatabase()), name -> Optional.empty());
        var access = new PostgresAccess(Duration.ofSeconds(1), Duration.ofSeconds(10), false, InstantSource.fixed(SampleLog.START));
        home = PostgresHome.open(address, files, access, why -> {});
    }

    @AfterAll
    static void end() {
        home.close();
    }

    @Override
    protected StudyStore create(StudySpec spec, Settings settings, Instant now) {
        held = home.create(spec, settings, List.of());
        return held.store();
    }

    @Override
    protected StudyStore open() {
        letGo();
        held = home.take("sample").orThrow();
        return held.store();
    }

    private void letGo() {
        if (held != null) {
            held.close();
        }
    }

    @AfterEach
    void delete() {
        letGo();
        home.delete("sample");
    }
}
