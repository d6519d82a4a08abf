package dev.sextant.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.engine.port.StoreException;
import dev.sextant.engine.port.StudyStore;
import dev.sextant.model.study.Settings;
import dev.sextant.store.home.HeldStudy;
import dev.sextant.testkit.postgres.PostgresServer;
import dev.sextant.testkit.store.SampleLog;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Connections break, and the database stands still or dies, while results are written: each of them is kept once.
@Timeout(120)
class BrokenConnectionTest {
    @TempDir
    Path files;
    private final List<StoreException> lost = Collections.synchronizedList(new ArrayList<>());

    private PostgresHome open(PostgresAddress address) {
        return PostgresHome.open(address, files, Places.ACCESS, lost::add);
    }

    private static StudyStore.Receipt run(HeldStudy study, int trial) {
        return study.store().append(SampleLog.logged(1 + 2L * trial, List.of(SampleLog.proposed(trial), SampleLog.leased(trial, 1))));
    }

    private static void holdsEachOnce(HeldStudy study, int trials) {
        var positions = new ArrayList<Long>();
        study.store().events(0, logged -> positions.add(logged.position()));
        assertThat(positions).containsExactlyElementsOf(LongStream.range(0, 1 + 2L * trials).boxed().toList());
        var numbers = new ArrayList<Integer>();
        study.store().trials(trial -> numbers.add(trial.trial()));
        assertThat(numbers).hasSize(trials);
    }

    @ParameterizedTest
    @EnumSource(Relay.Breach.class)
    void aCommitWhoseConnectionBreaksIsKeptOnce(Relay.Breach breach) throws Exception {
        var server = PostgresServer.shared();
        try (var relay = Relay.to(server.port());
                var home = open(Places.address("postgresql://sextant@127.0.0.1:%d/%s".formatted(relay.port(), server.newDatabase())));
                var study = home.create(SampleLog.spec("s"), Settings.STANDARD, List.of())) {
            for (int trial = 0; trial < 18; trial++) {
                if (trial % 3 == 0) {
                    relay.breakAtNextCommit(breach);
                }
                run(study, trial).await();
            }

            holdsEachOnce(study, 18);
            assertThat(lost).isEmpty();
        }
    }

    @Test
    void sessionsThatTheServerEndsAreReplaced() throws Exception {
        var server = PostgresServer.shared();
        var address = Places.database(server);
        try (var home = open(address); var study = home.create(SampleLog.spec("s"), Settings.STANDARD, List.of())) {
            for (int trial = 0; trial < 30; trial++) {
                var receipt = run(study, trial);
                if (trial % 10 == 0) {
                    server.run("postgres", "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '%s'".formatted(address.database()));
                }
                receipt.await();
            }

            holdsEachOnce(study, 30);
            assertThat(home.names()).containsExactly("s");
            assertThat(lost).isEmpty();
        }
    }

    @Test
    void aDatabaseThatIsKilledAndComesBackHasAllThatWasAcknowledged() throws Exception {
        try (var server = PostgresServer.start();
                var home = open(Places.database(server));
                var study = home.create(SampleLog.spec("s"), Settings.STANDARD, List.of());
                var threads = Executors.newSingleThreadExecutor()) {
            int trials = 150;
            var writing = threads.submit(() -> {
                for (int trial = 0; trial < trials; trial++) {
                    run(study, trial).await();
                }
                return trials;
            });
            for (int i = 0; i < 2; i++) {
                while (study.store().length() < 80L * (i + 1)) {
                    TimeUnit.MILLISECONDS.sleep(1);
                }
                server.kill();
                server.restart();
            }

            assertThat(writing.get()).isEqualTo(trials);
            holdsEachOnce(study, trials);
            assertThat(lost).isEmpty();
        }
    }

    /// While it stands still its holder cannot say that it lives; that must not cost it its place.
    @Test
    void aDatabaseThatStandsStillForLongKeepsItsHolder() throws Exception {
        try (var server = PostgresServer.start(); var threads = Executors.newFixedThreadPool(2)) {
            var address = Places.database(server);
            Future<PostgresHome> standby;
            try (var home = open(address); var study = home.create(SampleLog.spec("s"), Settings.STANDARD, List.of())) {
                standby = threads.submit(() -> PostgresHome.open(address, files, Places.ACCESS.standingBy(), why -> {}));
                run(study, 0).await();
                server.freeze();
                var waiting = run(study, 1);
                TimeUnit.MILLISECONDS.sleep(2 * Places.ACCESS.patience().toMillis());
                server.thaw();

                waiting.await();
                for (int trial = 2; trial < 20; trial++) {
                    run(study, trial).await();
                    TimeUnit.MILLISECONDS.sleep(Places.ACCESS.heartbeat().toMillis());
                }
                holdsEachOnce(study, 20);
                assertThat(lost).isEmpty();
                assertThat(standby.isDone()).isFalse();
            }
            try (var next = standby.get()) {
                assertThat(next.names()).containsExactly("s");
            }
        }
    }

    @Test
    void anEndIsNotHeldUpForEverByADatabaseThatIsGone() throws Exception {
        var server = PostgresServer.start();
        var home = open(Places.database(server));
        home.create(SampleLog.spec("s"), Settings.STANDARD, List.of()).close();
        server.close();

        home.close();

        assertThat(lost).isEmpty();
    }

}
