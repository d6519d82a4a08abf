package dev.sextant.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.engine.port.StoreException;
import dev.sextant.model.event.Logged;
import dev.sextant.store.sql.Sql;
import dev.sextant.testkit.postgres.PostgresServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A process that holds a database dies, or is frozen and goes on later, while another one waits for its place.
@Timeout(120)
class FrozenHolderTest {
    @TempDir
    Path files;
    private final List<Process> processes = new ArrayList<>();
    private PostgresAddress address;

    @BeforeEach
    void make() {
        address = Places.database();
    }

    @AfterEach
    void end() {
        processes.forEach(Process::destroyForcibly);
    }

    private Process start(String role) throws IOException {
        var process = Drill.start(address, files, role);
        processes.add(process);
        return process;
    }

    private static long acknowledged(BufferedReader lines, int count) throws IOException {
        long length = 0;
        for (int i = 0; i < count; i++) {
            length = Long.parseLong(lines.readLine());
        }
        return length;
    }

    private static void signal(Process process, String signal) throws Exception {
        assertThat(new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start().waitFor()).isZero();
    }

    private static List<String> rest(BufferedReader lines) throws IOException {
        var rest = new ArrayList<String>();
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            rest.add(line);
        }
        return rest;
    }

    private List<Logged> log() {
        var log = new ArrayList<Logged>();
        try (var home = PostgresHome.open(address, files, Places.ACCESS.standingBy(), why -> {}); var view = home.read("s")) {
            view.events(0, log::add);
        }
        return log;
    }

    private void theLogIsWhole(long acknowledged) {
        var log = log();
        assertThat(log).extracting(Logged::position)
                .containsExactlyElementsOf(LongStream.range(0, log.size()).boxed().toList());
        assertThat((long) log.size()).isGreaterThanOrEqualTo(acknowledged);
    }

    @Test
    void whenTheHolderIsKilled_theStandbyGoesOnWithAllThatWasAcknowledged() throws Exception {
        var holder = start("plain");
        var first = holder.inputReader();
        assertThat(first.readLine()).isEqualTo("held");
        var standby = start("standby");
        acknowledged(first, 50);

        signal(holder, "KILL");
        holder.waitFor();
        var last = rest(first).stream().filter(line -> line.matches("\\d+")).mapToLong(Long::parseLong).max().orElse(0);
        var second = standby.inputReader();
        assertThat(second.readLine()).isEqualTo("held");
        long length = acknowledged(second, 20);

        assertThat(length).isGreaterThanOrEqualTo(last + 20);
        signal(standby, "KILL");
        standby.waitFor();
        theLogIsWhole(length);
    }

    @Test
    void whenTheHolderIsFrozen_theStandbyTakesItsPlace_andTheThawedOneStops() throws Exception {
        var holder = start("plain");
        var first = holder.inputReader();
        assertThat(first.readLine()).isEqualTo("held");
        var standby = start("standby");
        var second = standby.inputReader();
        long before = acknowledged(first, 50);

        signal(holder, "STOP");
        assertThat(second.readLine()).isEqualTo("held");
        acknowledged(second, 50);
        signal(holder, "CONT");

        var end = rest(first);
        assertThat(holder.waitFor()).isZero();
        assertThat(end).last().asString().startsWith("failed: The studies in " + address + " were taken over by process " + standby.pid());
        assertThat(end).filteredOn(line -> line.startsWith("lost: ")).hasSize(1);
        var ofTheFrozen = end.stream().filter(line -> line.matches("\\d+")).map(Long::parseLong).toList();
        long length = acknowledged(second, 50);
        assertThat(ofTheFrozen).as("what was acknowledged after the thaw was committed before the freeze").allMatch(l -> l <= length - 100);
        assertThat(length).isGreaterThan(before);
        signal(standby, "KILL");
        standby.waitFor();
        theLogIsWhole(length);
    }

    /// Between two statements of a transaction.
    private void freezeInTheMiddleOfAChange(Process holder) throws Exception {
        var server = PostgresServer.shared();
        try (var locking = server.session(address.database()); var looking = server.session(address.database())) {
            locking.setAutoCommit(false);
            Sql.run(locking, "SELECT id FROM sextant.study FOR UPDATE");
            while (Sql.number(looking, """
                    SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'""") == 0) {
                Thread.onSpinWait();
            }
            signal(holder, "STOP");
            locking.commit();
        }
    }

    @Test
    void whenTheHolderIsFrozenWhileItChangesNames_theStandbyIsNotKeptWaiting() throws Exception {
        var holder = start("renaming");
        var first = holder.inputReader();
        assertThat(first.readLine()).isEqualTo("held");
        assertThat(first.readLine()).isEqualTo("renamed");
        freezeInTheMiddleOfAChange(holder);

        PostgresHome.open(address, files, Places.ACCESS.standingBy(), why -> {}).close();
        signal(holder, "CONT");
        assertThat(rest(first)).last().asString().startsWith("failed: The studies in " + address + " were taken over by");
    }

    @Test
    void aSecondOneThatDoesNotStandByIsRefused_evenWhileTheHolderIsFrozen() throws Exception {
        var holder = start("plain");
        var lines = holder.inputReader();
        assertThat(lines.readLine()).isEqualTo("held");
        acknowledged(lines, 1);
        signal(holder, "STOP");

        assertThatThrownBy(() -> Places.open(address, files)).isInstanceOf(StoreException.class)
                .hasMessageContaining("are held by process %d on ".formatted(holder.pid())).hasMessageContaining("--standby");

        signal(holder, "CONT");
        acknowledged(lines, 10);
    }

    @Test
    void aDeadProcessOfThisMachineIsNotWaitedFor() throws Exception {
        var holder = start("plain");
        assertThat(holder.inputReader().readLine()).isEqualTo("held");
        signal(holder, "KILL");
        holder.waitFor();

        var patient = Places.ACCESS.with(Places.ACCESS.heartbeat(), Duration.ofHours(1));
        PostgresHome.open(address, files, patient, why -> {}).close();
    }
}
