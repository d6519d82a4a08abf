package dev.sextant.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
class CrashTest {
    @TempDir
    Path folder;

    /// [Process#destroyForcibly] would close the pipe with what is still in it.
    private static void kill(Process drill) throws InterruptedException {
        assertThat(drill.toHandle().destroyForcibly()).isTrue();
        drill.waitFor();
    }

    private static long acknowledged(BufferedReader lines, long atLeast) throws IOException {
        long length = 0;
        while (length < atLeast) {
            length = Long.parseLong(lines.readLine());
        }
        return length;
    }

    private static long rest(BufferedReader lines, long before) throws IOException {
        long length = before;
        for (var line = lines.readLine(); line != null && line.matches("\\d+"); line = lines.readLine()) {
            length = Long.parseLong(line);
        }
        return length;
    }

    @ParameterizedTest
    @EnumSource(Journal.class)
    void whatWasAcknowledgedIsThereAfterKillNine(Journal journal) throws Exception {
        var file = Sample.create(folder);
        var drill = Drill.start(file, journal, "");
        long length;
        try (var lines = drill.inputReader()) {
            length = acknowledged(lines, 500);
            kill(drill);
            length = rest(lines, length);
        }

        try (var store = SqliteStore.open("sample", file, journal, Durability.PROCESS_END)) {
            assertThat(store.length()).isBetween(length, length + 1);
            long[] read = {0};
            store.events(0, logged -> assertThat(logged.position()).isEqualTo(read[0]++));
            assertThat(read[0]).isEqualTo(store.length());
        }
    }

    @Test
    void aReaderSeesAllOfAStudyWhoseWriterWasKilled() throws Exception {
        var file = Sample.create(folder);
        var drill = Drill.start(file, Journal.SHARED, "");
        long length;
        try (var lines = drill.inputReader()) {
            length = acknowledged(lines, 100);
            kill(drill);
        }

        assertThat(Files.size(folder.resolve("study.db-wal"))).isPositive();
        try (var view = SqliteView.open("sample", file)) {
            assertThat(view.length()).isGreaterThanOrEqualTo(length);
        }
    }

    /// A limit on the size of files takes the place of a disk that is full.
    @ParameterizedTest
    @EnumSource(Journal.class)
    void whenNothingMoreCanBeWrittenNothingAcknowledgedIsLost(Journal journal) throws Exception {
        var file = Sample.create(folder);
        var drill = Drill.start(file, journal, "ulimit -f 8000;");
        long length;
        String end;
        try (var lines = drill.inputReader()) {
            length = 0;
            end = "";
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.matches("\\d+")) {
                    length = Long.parseLong(line);
                } else {
                    end = line;
                }
            }
        }

        assertThat(end).startsWith("failed: Study 'sample':").contains(file.toString(), "all that was acknowledged is kept");
        assertThat(length).isGreaterThan(100);
        try (var store = SqliteStore.open("sample", file, journal, Durability.PROCESS_END)) {
            assertThat(store.length()).isEqualTo(length);
        }
    }
}
