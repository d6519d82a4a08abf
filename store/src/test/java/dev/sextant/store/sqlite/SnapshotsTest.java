package dev.sextant.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.model.event.StudyEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotsTest {
    @TempDir
    Path folder;

    /// Every look at it takes a millisecond.
    private final AtomicLong nanos = new AtomicLong();

    private long slowClock() {
        return nanos.addAndGet(1_000_000);
    }

    @Test
    void theNextCopyWaitsTwentyTimesTheCostOfTheLast() throws Exception {
        var file = Sample.create(folder);
        try (var database = Databases.write(file, Journal.PRIVATE, Durability.PROCESS_END)) {
            var snapshots = new Snapshots(file, this::slowClock);
            assertThat(snapshots.keepUp(database)).as("nothing more to do").isEqualTo(Long.MAX_VALUE);
            var first = Files.getAttribute(Snapshots.of(file), "unix:ino");
            snapshots.changed();

            long wait = snapshots.keepUp(database);
            assertThat(wait).isBetween(18_000_000L, 20_000_000L);
            assertThat(Files.getAttribute(Snapshots.of(file), "unix:ino")).isEqualTo(first);

            nanos.addAndGet(wait);
            assertThat(snapshots.keepUp(database)).isEqualTo(Long.MAX_VALUE);
            assertThat(Files.getAttribute(Snapshots.of(file), "unix:ino")).isNotEqualTo(first);
        }
    }

    @Test
    void aReaderOfTheSnapshotSeesAllOnceTheStudyIsClosed() {
        var file = Sample.create(folder);
        try (var store = SqliteStore.open("sample", file, Journal.PRIVATE, Durability.PROCESS_END)) {
            for (int i = 0; i < 50; i++) {
                Sample.append(store, new StudyEvent.StudyPaused());
            }
        }

        try (var view = SqliteView.snapshot("sample", file)) {
            assertThat(view.length()).isEqualTo(51);
        }
        assertThat(folder.resolve("study.db-shm")).doesNotExist();
        assertThat(folder.resolve("study.db-wal")).doesNotExist();
    }

    @Test
    void aReaderOfTheSnapshotNeitherWaitsForTheWriterNorStopsIt() {
        var file = Sample.create(folder);
        try (var store = SqliteStore.open("sample", file, Journal.PRIVATE, Durability.PROCESS_END)) {
            Sample.append(store, new StudyEvent.StudyPaused());
            try (var view = SqliteView.snapshot("sample", file)) {
                Sample.append(store, new StudyEvent.StudyResumed());
                assertThat(view.length()).isBetween(1L, 3L);
            }
        }
    }

    @Test
    void aStudyThatWasLocalMovesToASharedFileSystemAndBack() {
        var file = Sample.create(folder);
        try (var local = Sample.write(file)) {
            Sample.append(local, new StudyEvent.StudyPaused());
        }
        try (var view = SqliteView.snapshot("sample", file)) {
            assertThat(view.length()).as("without a snapshot yet").isEqualTo(2);
        }
        try (var shared = SqliteStore.open("sample", file, Journal.PRIVATE, Durability.PROCESS_END)) {
            Sample.append(shared, new StudyEvent.StudyResumed());
        }
        try (var local = Sample.write(file)) {
            assertThat(local.length()).isEqualTo(3);
        }
    }
}
