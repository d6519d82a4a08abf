package dev.sextant.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.engine.port.StoreException;
import dev.sextant.model.event.Logged;
import dev.sextant.model.event.StudyEvent;
import dev.sextant.model.study.Settings;
import dev.sextant.model.trial.Metrics;
import dev.sextant.model.trial.Outcome;
import dev.sextant.store.home.StudyHeldException;
import dev.sextant.store.home.StudyNameException;
import dev.sextant.store.home.Taking;
import dev.sextant.store.sql.Sql;
import dev.sextant.testkit.postgres.PostgresServer;
import dev.sextant.testkit.store.SampleLog;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class PostgresHomeTest {
    @TempDir
    Path files;
    private PostgresAddress address;
    private PostgresHome home;

    @BeforeEach
    void open() {
        address = Places.database();
        home = Places.open(address, files);
    }

    @AfterEach
    void close() {
        home.close();
    }

    private void create(String name) {
        home.create(SampleLog.spec(name), Settings.STANDARD, List.of()).close();
    }

    @Test
    void studiesAreListedByWhatHappenedLast() {
        create("one");
        create("two");
        create("three");
        try (var held = home.take("one").orThrow()) {
            held.store().append(List.of(new Logged(1, Instant.now().plusSeconds(5), new StudyEvent.StudyPaused()))).await();
        }

        assertThat(home.names()).containsExactly("one", "three", "two");
        assertThat(home.has("two")).isTrue();
        assertThat(home.has("four")).isFalse();
    }

    @Test
    void aStudyIsThereForTheNextHolder() {
        try (var held = home.create(SampleLog.spec("s"), Settings.STANDARD, List.of(new StudyEvent.Remembered("earlier",
                SampleLog.configuration(9), Metrics.of("loss", 4))))) {
            SampleLog.append(held.store(), SampleLog.proposed(0), SampleLog.leased(0, 1));
        }
        home.close();
        home = Places.open(address, files);

        try (var view = home.read("s"); var held = home.take("s").orThrow()) {
            assertThat(view.length()).isEqualTo(4);
            SampleLog.append(held.store(), SampleLog.completed(0, 0.5), new StudyEvent.StudyPaused());
            assertThat(view.trial(0)).isEqualTo(held.store().trial(0)).isPresent();
            assertThat(view.isPaused()).isTrue();
        }
    }

    @Test
    void manyStudiesShareCommits_andNoneSeesAnother() throws Exception {
        int studies = 20;
        int events = 25;
        try (var threads = Executors.newFixedThreadPool(studies)) {
            var all = new ArrayList<Future<?>>();
            for (int i = 0; i < studies; i++) {
                var name = "s" + i;
                all.add(threads.submit(() -> fill(name, events)));
            }
            for (var one : all) {
                one.get();
            }
        }
        for (int i = 0; i < studies; i++) {
            try (var view = home.read("s" + i)) {
                assertThat(view.length()).isEqualTo(1 + 2 * events);
                var trials = new ArrayList<Integer>();
                view.trials(trial -> trials.add(trial.trial()));
                assertThat(trials).hasSize(events).isSorted();
            }
        }
    }

    private void fill(String name, int events) {
        try (var held = home.create(SampleLog.spec(name), Settings.STANDARD, List.of())) {
            for (int i = 0; i < events; i++) {
                held.store().append(SampleLog.logged(1 + 2L * i, List.of(SampleLog.proposed(i), SampleLog.leased(i, 1)))).await();
            }
        }
    }

    @Test
    void whatOneStudyCannotWriteKeepsNoOtherFromItsLog() {
        try (var good = home.create(SampleLog.spec("good"), Settings.STANDARD, List.of());
                var bad = home.create(SampleLog.spec("bad"), Settings.STANDARD, List.of())) {
            var broken = bad.store().append(SampleLog.logged(1, List.of(new StudyEvent.Cancelled(5, "no such trial"))));
            var sound = good.store().append(SampleLog.logged(1, List.of(new StudyEvent.StudyPaused())));

            sound.await();
            assertThatThrownBy(broken::await).isInstanceOf(StoreException.class).hasMessageContaining("trial 5");
            assertThat(good.store().length()).isEqualTo(2);
        }
        try (var again = home.take("bad").orThrow()) {
            SampleLog.append(again.store(), new StudyEvent.StudyPaused());
            assertThat(again.store().length()).isEqualTo(2);
        }
    }

    @Test
    void aPositionThatIsTakenInTheDatabaseIsNotWrittenTwice() {
        try (var held = home.create(SampleLog.spec("s"), Settings.STANDARD, List.of());
                var other = home.create(SampleLog.spec("t"), Settings.STANDARD, List.of())) {
            PostgresServer.shared().run(address.database(),
                    "INSERT INTO sextant.event SELECT study, 1, kind, trial, attempt, at, body FROM sextant.event WHERE study = 1");

            var doubled = held.store().append(SampleLog.logged(1, List.of(new StudyEvent.StudyPaused())));
            SampleLog.append(other.store(), new StudyEvent.StudyPaused());

            assertThatThrownBy(doubled::await).isInstanceOf(StoreException.class).hasMessageContaining("Study 's'");
            assertThat(other.store().length()).isEqualTo(2);
        }
    }

    @Test
    void halfACharacterHarmsNobody() {
        try (var held = home.create(SampleLog.spec("s"), Settings.STANDARD, List.of())) {
            SampleLog.append(held.store(), SampleLog.proposed(0), SampleLog.leased(0, 1),
                    SampleLog.ended(0, 1, new Outcome.Failed("cut \ud83d off", "")));

            assertThat(held.store().trial(0)).hasValueSatisfying(trial -> assertThat(trial.reason()).startsWith("cut "));
        }
    }

    @Nested
    class AName {
        @Test
        void isTakenOnce() {
            create("s");

            assertThatThrownBy(() -> create("s")).isInstanceOf(StudyNameException.class).hasMessageContaining("There is a study 's' already");
        }

        @Test
        void thatIsUnknown_isAnsweredWithTheNearest() {
            create("lenet");

            assertThatThrownBy(() -> home.take("lenett")).isInstanceOf(StudyNameException.class)
                    .hasMessageContaining("There is no study 'lenett' in " + address).hasMessageContaining("lenet");
            assertThatThrownBy(() -> home.read("x")).isInstanceOf(StudyNameException.class);
            assertThatThrownBy(() -> home.delete("x")).isInstanceOf(StudyNameException.class);
            assertThatThrownBy(() -> home.rename("x", "y")).isInstanceOf(StudyNameException.class);
        }

        @Test
        void mayChange_andTheFilesFollow() throws Exception {
            create("old");
            Files.createDirectories(files.resolve("studies/old/runs"));

            home.rename("old", "new");

            assertThat(home.names()).containsExactly("new");
            assertThat(files.resolve("studies/new/runs")).isDirectory();
            try (var held = home.take("new").orThrow()) {
                assertThat(held.store().spec()).isEqualTo(SampleLog.spec("new"));
            }
            create("old");
            assertThatThrownBy(() -> home.rename("old", "new")).isInstanceOf(StudyNameException.class);
        }
    }

    @Nested
    class AHeldStudy {
        @Test
        void isRefusedToOthersOfTheProcess_untilItIsClosed() {
            create("s");
            try (var held = home.take("s").orThrow()) {
                assertThat(home.take("s")).isInstanceOf(Taking.Refused.class);
                assertThatThrownBy(() -> home.delete("s")).isInstanceOf(StudyHeldException.class);
                assertThatThrownBy(() -> home.rename("s", "t")).isInstanceOf(StudyHeldException.class);
                assertThat(held.folder().path()).isEqualTo(files.resolve("studies/s"));
            }
            home.take("s").orThrow().close();
        }

        @Test
        void takesNothingMoreOnceItIsClosed() {
            create("s");
            var held = home.take("s").orThrow();
            held.close();

            assertThatThrownBy(() -> held.store().append(SampleLog.logged(1, List.of(new StudyEvent.StudyPaused()))))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @Nested
    class ADeletedStudy {
        @Test
        void leavesNoRowAndNoFile() throws Exception {
            create("kept");
            try (var held = home.create(SampleLog.spec("s"), Settings.STANDARD, List.of())) {
                SampleLog.append(held.store(), SampleLog.proposed(0), SampleLog.leased(0, 1));
            }
            Files.createDirectories(files.resolve("studies/s/runs"));

            home.delete("s");

            assertThat(home.names()).containsExactly("kept");
            assertThat(files.resolve("studies/s")).doesNotExist();
            try (var session = new Connecting(address, "test").open()) {
                assertThat(Sql.number(session, "SELECT count(*) FROM event")).isEqualTo(1);
                assertThat(Sql.number(session, "SELECT count(*) FROM trial")).isZero();
                assertThat(Sql.number(session, "SELECT count(*) FROM study")).isEqualTo(1);
            }
            create("s");
        }
    }
}
