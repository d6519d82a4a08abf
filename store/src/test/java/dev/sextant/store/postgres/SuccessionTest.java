package dev.sextant.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.engine.port.StoreException;
import dev.sextant.model.event.StudyEvent;
import dev.sextant.model.study.Settings;
import dev.sextant.store.sql.Sql;
import dev.sextant.testkit.postgres.PostgresServer;
import dev.sextant.testkit.store.SampleLog;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.SynchronousQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SuccessionTest {
    @TempDir
    Path files;
    private final PostgresServer server = PostgresServer.shared();
    private final PostgresAddress address = Places.database();

    private void run(String statement) {
        server.run(address.database(), statement);
    }

    @Test
    void aStandbyHasTakenOverWithinFifteenSeconds() {
        var standard = PostgresAccess.standard();

        assertThat(standard.patience().plus(standard.heartbeat().multipliedBy(4))).isLessThan(Duration.ofSeconds(15));
        assertThat(standard.patience()).as("a lost connection is no death").isGreaterThan(standard.heartbeat().multipliedBy(5));
    }

    @Test
    void oneHoldsTheDatabase_andASecondIsRefusedUntilItLeaves() {
        try (var home = Places.open(address, files)) {
            assertThatThrownBy(() -> Places.open(address, files)).isInstanceOf(StoreException.class)
                    .hasMessageContaining("are held by process %d on ".formatted(ProcessHandle.current().pid()));
            home.create(SampleLog.spec("s"), Settings.STANDARD, List.of()).close();
        }
        try (var home = Places.open(address, files)) {
            assertThat(home.names()).containsExactly("s");
        }
    }

    @Test
    void aStandbyIsNextAsSoonAsTheHolderLeaves() throws Exception {
        var patient = Places.ACCESS.with(Places.ACCESS.heartbeat(), Duration.ofHours(1)).standingBy();
        try (var threads = Executors.newSingleThreadExecutor()) {
            var holder = Places.open(address, files);
            var standby = threads.submit(() -> PostgresHome.open(address, files, patient, why -> {}));
            holder.create(SampleLog.spec("s"), Settings.STANDARD, List.of()).close();
            holder.close();

            try (var next = standby.get()) {
                assertThat(next.names()).containsExactly("s");
            }
        }
    }

    @Test
    void ofManyThatComeAtOnceToAnEmptyDatabase_oneHoldsIt() throws Exception {
        try (var threads = Executors.newFixedThreadPool(6)) {
            var all = Collections.nCopies(6, (Callable<Object>) () -> {
                try {
                    return Places.open(address, files);
                } catch (StoreException refused) {
                    return refused;
                }
            });
            var answers = new ArrayList<>();
            for (var one : threads.invokeAll(all)) {
                answers.add(one.get());
            }
            assertThat(answers).filteredOn(PostgresHome.class::isInstance).hasSize(1).allSatisfy(home -> ((PostgresHome) home).close());
            assertThat(answers).filteredOn(StoreException.class::isInstance).hasSize(5)
                    .allSatisfy(refused -> assertThat((StoreException) refused).hasMessageContaining("are held by"));
        }
    }

    @Test
    void aHolderElsewhereThatMayComeBackIsWaitedFor_andNoLonger() throws Exception {
        Places.open(address, files).close();
        run("UPDATE sextant.holder SET present = true, heard = clock_timestamp() + interval '1 second', host = 'login3', boot = 'another'");

        try (var home = Places.open(address, files)) {
            assertThat(home.names()).isEmpty();
        }
        try (var session = server.session(address.database())) {
            assertThat(Sql.number(session, "SELECT count(*) FROM sextant.holder WHERE host <> 'login3' AND term = 2")).isEqualTo(1);
        }
    }

    @Test
    void aTermThatIsOverWritesNothing() {
        var lost = Collections.synchronizedList(new ArrayList<StoreException>());
        try (var home = PostgresHome.open(address, files, PostgresAccess.standard().with(Duration.ofHours(1), Duration.ofHours(2)), lost::add);
                var held = home.create(SampleLog.spec("s"), Settings.STANDARD, List.of());
                var other = home.create(SampleLog.spec("t"), Settings.STANDARD, List.of())) {
            run("UPDATE sextant.holder SET term = term + 1, host = 'login3', process = 4711");

            var refused = held.store().append(SampleLog.logged(1, List.of(new StudyEvent.StudyPaused())));

            assertThatThrownBy(refused::await).isInstanceOf(StoreException.class)
                    .hasMessageContaining("were taken over by process 4711 on login3").hasMessageContaining("nothing more is taken here");
            assertThatThrownBy(other.store().append(SampleLog.logged(1, List.of(new StudyEvent.StudyPaused())))::await)
                    .isInstanceOf(StoreException.class).hasMessageContaining("4711");
            assertThatThrownBy(() -> home.create(SampleLog.spec("u"), Settings.STANDARD, List.of())).isInstanceOf(StoreException.class);
            assertThatThrownBy(() -> home.delete("nothing")).hasMessageContaining("no study");
            assertThat(held.store().length()).isEqualTo(1);
            assertThat(home.names()).containsExactlyInAnyOrder("s", "t");
            assertThat(lost).hasSize(1);
        }
    }

    @Test
    void aHolderWhoOnlyReadsNoticesThatItsTermIsOver() throws Exception {
        var lost = new SynchronousQueue<StoreException>();
        try (var home = PostgresHome.open(address, files, Places.ACCESS, why -> {
            try {
                lost.put(why);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        })) {
            run("UPDATE sextant.holder SET term = term + 1, host = 'login3', process = 4711");

            assertThat(lost.take()).hasMessageContaining("process 4711 on login3");
            assertThat(home.names()).isEmpty();
        }
    }
}
