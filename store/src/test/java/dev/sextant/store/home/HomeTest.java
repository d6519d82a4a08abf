package dev.sextant.store.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.engine.port.StoreException;
import dev.sextant.model.event.StudyEvent;
import dev.sextant.model.study.Settings;
import dev.sextant.store.sqlite.Sample;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {
    private static final Access ACCESS = Access.standard();

    @TempDir
    Path folder;
    private Home home;

    @BeforeEach
    void home() {
        home = new Home(folder.resolve(".sextant"), ACCESS);
    }

    private void create(String name) {
        home.create(Sample.spec(name), Settings.STANDARD).close();
    }

    private void touch(String name, String time) throws Exception {
        Files.setLastModifiedTime(home.study(name).database(), FileTime.from(Instant.parse(time)));
    }

    @Nested
    class Found {
        @Test
        void theNearestOneUpwards() throws Exception {
            Files.createDirectories(folder.resolve("a/.sextant"));
            var deep = Files.createDirectories(folder.resolve("a/b/c"));

            assertThat(Home.find(deep, folder, ACCESS).folder()).isEqualTo(folder.resolve("a/.sextant"));
        }

        @Test
        void neverAboveTheHomeOfTheUser() throws Exception {
            Files.createDirectories(folder.resolve(".sextant"));
            var user = Files.createDirectories(folder.resolve("user"));
            var deep = Files.createDirectories(user.resolve("b"));

            assertThat(Home.find(deep, user, ACCESS).folder()).isEqualTo(deep.resolve(".sextant"));
        }

        @Test
        void inTheHomeOfTheUserItself() throws Exception {
            Files.createDirectories(folder.resolve(".sextant"));
            var deep = Files.createDirectories(folder.resolve("b"));

            assertThat(Home.find(deep, folder, ACCESS).folder()).isEqualTo(folder.resolve(".sextant"));
        }

        @Test
        void lookingMakesNothing() throws Exception {
            assertThat(Home.find(folder, folder, ACCESS).studies()).isEmpty();
            assertThat(folder).isEmptyDirectory();
        }
    }

    @Nested
    class Created {
        @Test
        void aStudyIsThereAndIgnoredByGit() {
            create("one");

            assertThat(home.folder().resolve(".gitignore")).hasContent("*");
            assertThat(home.study("one").path()).isDirectoryContaining("glob:**study.db");
            try (var view = home.study("one").read(ACCESS)) {
                assertThat(view.spec()).isEqualTo(Sample.spec("one"));
            }
        }

        @Test
        void aNameIsTakenOnce() {
            create("one");

            assertThatThrownBy(() -> create("one")).isInstanceOf(StudyNameException.class).hasMessageContaining("'one' already");
        }

        @Test
        void whatFailsLeavesNothing() throws Exception {
            Files.writeString(home.folder(), "a file in the way");

            assertThatThrownBy(() -> create("one")).isInstanceOf(StoreException.class)
                    .hasMessageContaining("'one'").hasMessageContaining("--home");
            try (var entries = Files.list(folder)) {
                assertThat(entries).containsExactly(home.folder());
            }
        }

        @Test
        void noHalfMadeStudyIsListed() throws Exception {
            create("one");
            Files.createDirectories(home.folder().resolve("studies/.two.half"));
            Files.createDirectories(home.folder().resolve("studies/three"));

            assertThat(home.studies()).extracting(StudyFolder::name).containsExactly("one");
        }

        @Test
        void whatAKilledCreationLeftIsSweptAway() throws Exception {
            create("one");
            var debris = Files.createDirectories(home.folder().resolve("studies/.two.half"));
            Files.writeString(debris.resolve("study.db"), "x");
            Files.setLastModifiedTime(debris, FileTime.from(Instant.now().minusSeconds(200_000)));

            create("three");

            assertThat(debris).doesNotExist();
        }
    }

    @Test
    void studiesAreListedLatestUsedFirst() throws Exception {
        create("a");
        create("b");
        create("c");
        touch("a", "2026-11-03T00:00:00Z");
        touch("b", "2026-11-01T00:00:00Z");
        touch("c", "2026-11-02T00:00:00Z");

        assertThat(home.studies()).extracting(StudyFolder::name).containsExactly("a", "c", "b");
        assertThat(home.latest()).map(StudyFolder::name).contains("a");
    }

    @Test
    void aStudyThatIsOnlyRead_isNotTheLatestUsed() throws Exception {
        create("a");
        create("b");
        touch("a", "2026-11-01T00:00:00Z");
        touch("b", "2026-11-02T00:00:00Z");

        home.read("a").close();

        assertThat(home.latest()).map(StudyFolder::name).contains("b");
    }

    @Test
    void anUnknownNameBringsTheNearest() {
        assertThatThrownBy(() -> home.study("lenet")).isInstanceOf(StudyNameException.class).hasMessageContaining("no study there");
        create("lenet");

        assertThatThrownBy(() -> home.study("lenat")).isInstanceOf(StudyNameException.class)
                .hasMessageContaining("'lenat'").hasMessageContaining("Did you mean 'lenet'?");
        assertThatThrownBy(() -> home.study("other")).hasMessageContaining("latest first: lenet.");
        assertThatThrownBy(() -> home.study("../lenet")).isInstanceOf(StudyNameException.class);
    }

    @Test
    void runFoldersHaveAThousandTrialsEach() {
        var study = new StudyFolder("s", Path.of("/s"));

        assertThat(study.run(17, 1)).isEqualTo(Path.of("/s/runs/0000/000017"));
        assertThat(study.run(17, 2)).isEqualTo(Path.of("/s/runs/0000/000017.2"));
        assertThat(study.run(1_234_567, 1)).isEqualTo(Path.of("/s/runs/1234/1234567"));
    }

    @Nested
    class Renamed {
        @Test
        void theStudyHasItsNewNameAndAllElse() {
            try (var held = home.create(Sample.spec("old"), Settings.STANDARD)) {
                Sample.append(held.store(), new StudyEvent.StudyPaused());
            }

            home.rename("old", "new");

            assertThat(home.find("old")).isEmpty();
            try (var view = home.read("new")) {
                assertThat(view.spec()).isEqualTo(Sample.spec("new"));
                assertThat(view.length()).isEqualTo(2);
            }
            create("old");
        }

        @Test
        void notToATakenNameNorWhileItRuns() {
            create("one");
            try (var held = home.create(Sample.spec("two"), Settings.STANDARD)) {
                assertThatThrownBy(() -> home.rename("one", "two")).isInstanceOf(StudyNameException.class);
                assertThatThrownBy(() -> home.rename("two", "three")).isInstanceOf(StudyHeldException.class)
                        .hasMessageContaining("'two' is held by process");
                assertThat(held.store().length()).isEqualTo(1);
            }
        }
    }

    @Nested
    class Deleted {
        @Test
        void withItsRunFoldersButNotWhatTheyLinkTo() throws Exception {
            create("one");
            var run = Files.createDirectories(home.study("one").run(0, 1));
            var data = Files.writeString(folder.resolve("data.csv"), "1,2");
            Files.createSymbolicLink(run.resolve("data.csv"), data);

            home.delete("one");

            assertThat(home.studies()).isEmpty();
            assertThat(home.folder().resolve("studies")).isEmptyDirectory();
            assertThat(data).hasContent("1,2");
        }

        @Test
        void notWhileItRuns() {
            try (var held = home.create(Sample.spec("one"), Settings.STANDARD)) {
                assertThatThrownBy(() -> home.delete("one")).isInstanceOf(StudyHeldException.class);
                Sample.append(held.store(), new StudyEvent.StudyPaused());
            }
        }

        @Test
        void alsoWhenItsDatabaseIsDamaged() throws Exception {
            create("one");
            Files.writeString(home.study("one").database(), "damaged");

            home.delete("one");

            assertThat(home.find("one")).isEmpty();
        }
    }
}
