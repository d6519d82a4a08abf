package dev.sextant.store.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.engine.port.StoreException;
import dev.sextant.model.event.StudyEvent;
import dev.sextant.model.study.Settings;
import dev.sextant.store.sqlite.Durability;
import dev.sextant.store.sqlite.Sample;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class HoldTest {
    private static final Machine HERE = Machine.here();
    private static final Machine ELSEWHERE = new Machine("login3", "another-boot");

    @TempDir
    Path folder;
    private StudyFolder study;

    private static Access access(String mountinfo, Duration heartbeat) {
        return new Access(Durability.PROCESS_END, Mounts.parse(mountinfo), HERE, heartbeat, InstantSource.system());
    }

    private final Access local = access("", Duration.ofSeconds(10));

    private Access shared(Duration heartbeat) {
        return access("1 0 0:1 / / rw - nfs4 a:/b rw\n", heartbeat);
    }

    @BeforeEach
    void create() {
        var home = new Home(folder, local);
        home.create(Sample.spec("s"), Settings.STANDARD).close();
        study = home.study("s");
    }

    private HolderFile file() {
        return HolderFile.in(study.path());
    }

    private void named(Machine machine, long process, long start) throws Exception {
        file().write(new Holder(machine, process, start, Instant.now(), Instant.now(), "theirs", Optional.empty()));
    }

    private void silentFor(Duration silence) throws Exception {
        Files.setLastModifiedTime(file().path(), FileTime.from(Instant.now().minus(silence)));
    }

    private static void taken(Taking taking) {
        taking.orThrow().close();
    }

    @Test
    void aHeldStudyNamesItsHolder_andLeavesNoNameWhenItIsClosed() throws Exception {
        try (var held = study.take(local).orThrow()) {
            held.listensAt(Path.of("/tmp/s.sock"));

            assertThat(study.holder(local)).hasValueSatisfying(holder -> {
                assertThat(holder.machine()).isEqualTo(HERE);
                assertThat(holder.process()).isEqualTo(ProcessHandle.current().pid());
                assertThat(holder.socket()).contains(Path.of("/tmp/s.sock"));
            });
        }
        assertThat(study.holder(local)).isEmpty();
        assertThat(file().path()).doesNotExist();
    }

    @Test
    void aSecondOneIsRefused_andTheFirstKeepsItsGrip() {
        try (var held = study.take(local).orThrow()) {
            for (int i = 0; i < 2; i++) {
                assertThat(study.take(local)).isInstanceOfSatisfying(Taking.Refused.class, refused -> {
                    assertThat(refused.holder()).isPresent();
                    assertThat(refused.message()).contains("'s' is held by process " + ProcessHandle.current().pid(), "since");
                });
            }
            Sample.append(held.store(), new StudyEvent.StudyPaused());
        }
        taken(study.take(local));
    }

    @Test
    void anotherProcessIsRefused_andTakesOverWhenTheFirstIsKilled() throws Exception {
        var process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED", "-cp",
                System.getProperty("java.class.path"), HoldingProgram.class.getName(), folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try (var lines = process.inputReader()) {
            assertThat(lines.readLine()).isEqualTo("held");

            assertThat(study.take(local)).isInstanceOfSatisfying(Taking.Refused.class, refused -> assertThat(refused.holder())
                    .hasValueSatisfying(holder -> assertThat(holder.process()).isEqualTo(process.pid())));
            assertThat(study.holder(local)).isPresent();
        } finally {
            process.destroyForcibly().waitFor();
        }
        assertThat(study.holder(local)).isEmpty();
        try (var held = study.take(local).orThrow()) {
            assertThat(held.store().length()).isEqualTo(2);
        }
    }

    @Test
    void aStudyThatCannotBeOpenedIsNotHeld() throws Exception {
        Files.writeString(study.database(), "damaged");

        assertThatThrownBy(() -> study.take(local)).isInstanceOf(StoreException.class);
        assertThat(file().path()).doesNotExist();
        assertThatThrownBy(() -> study.take(local)).isInstanceOf(StoreException.class).hasMessageContaining("not a database");
    }

    @Nested
    class OnALocalDisk {
        @Test
        void anUnreadableNameIsNobody() throws Exception {
            Files.writeString(file().path(), "{\"host\": 3");

            taken(study.take(local));
        }

        @Test
        void aHolderFromBeforeTheMachineStartedIsDead() throws Exception {
            named(new Machine(HERE.host(), "earlier-boot"), ProcessHandle.current().pid(), 1);

            taken(study.take(local));
        }

        @Test
        void aNumberThatAnotherProcessHasNowIsNotTheHolder() throws Exception {
            named(HERE, ProcessHandle.current().pid(), 1);

            assertThat(study.holder(local)).isEmpty();
            taken(study.take(local));
        }
    }

    @Nested
    class OnASharedFileSystem {
        private final Access access = shared(Duration.ofSeconds(10));

        @Test
        void aHolderElsewhereIsRefusedWhileItIsHeard() throws Exception {
            named(ELSEWHERE, 1, 1);

            assertThat(study.take(access)).isInstanceOfSatisfying(Taking.Refused.class,
                    refused -> assertThat(refused.message()).contains("process 1 on login3"));
            assertThat(file().read()).hasValueSatisfying(holder -> assertThat(holder.token()).isEqualTo("theirs"));
        }

        @Test
        void aHolderElsewhereThatWasNotHeardForLongIsDead() throws Exception {
            named(ELSEWHERE, 1, 1);
            silentFor(Duration.ofMinutes(3));

            taken(study.take(access));
        }

        @Test
        void aDeadProcessOfThisMachineIsDeadAtOnce() throws Exception {
            named(HERE, ProcessHandle.current().pid(), 1);

            taken(study.take(access));
        }

        @Test
        void aLivingProcessOfThisMachineIsRefused_howeverSilent() throws Exception {
            named(HERE, ProcessHandle.current().pid(), Machine.start(ProcessHandle.current().pid()).orElseThrow());
            silentFor(Duration.ofHours(1));

            assertThat(study.take(access)).isInstanceOf(Taking.Refused.class);
        }

        @Test
        void readersSeeTheSnapshot() {
            try (var held = study.take(access).orThrow()) {
                Sample.append(held.store(), new StudyEvent.StudyPaused());
            }
            try (var view = study.read(access)) {
                assertThat(view.length()).isEqualTo(2);
            }
        }

        @Test
        void whoFindsAnotherNameInItsFileHasLostTheStudyAndStops() throws Exception {
            try (var held = study.take(shared(Duration.ofMillis(20))).orThrow()) {
                named(ELSEWHERE, 1, 1);

                assertThatThrownBy(() -> {
                    while (true) {
                        Sample.append(held.store(), new StudyEvent.StudyPaused());
                        TimeUnit.MILLISECONDS.sleep(1);
                    }
                }).isInstanceOf(StoreException.class).hasMessageContaining("taken over by process 1 on login3");
            }
            assertThat(file().read()).hasValueSatisfying(holder -> assertThat(holder.token()).isEqualTo("theirs"));
        }
    }
}
