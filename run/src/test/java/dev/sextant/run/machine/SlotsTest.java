package dev.sextant.run.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sextant.model.resource.Resources;
import dev.sextant.model.study.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SlotsTest {
    private static final long GIB = 1L << 30;
    private static final Machine PLAIN = new Machine(8, List.of(), GpuSource.ASKED, 16 * GIB);
    private static final Machine WITH_GPUS = new Machine(8, List.of("0", "1", "3"), GpuSource.STATED, 16 * GIB);

    @Test
    void coresDivideAPlainMachine() {
        assertThat(slots(PLAIN, 0, new Resources(3, 0, 0), false)).isEqualTo(new Slots(List.of(List.of(), List.of()), "2 slots: 8 usable cores, 3 a trial"));
    }

    @Test
    void aTrialLargerThanTheMachine_getsItAlone() {
        assertThat(slots(PLAIN, 0, new Resources(64, 0, 0), false).why()).isEqualTo("1 slot: 8 usable cores, 64 a trial (more than there are)");
    }

    @Test
    void aMachineWithGpus_hasOneSlotAGpuIfNothingIsSaid() {
        assertThat(slots(WITH_GPUS, 0, Resources.ONE_CORE, false))
                .isEqualTo(new Slots(List.of(List.of("0"), List.of("1"), List.of("3")), "3 slots: 3 visible GPUs, 1 a trial"));
    }

    @Test
    void trialsThatTakeNoGpuByRequest_areCountedByCores() {
        assertThat(slots(WITH_GPUS, 0, Resources.ONE_CORE, true)).extracting(Slots::count, s -> s.gpus().getFirst()).containsExactly(8, List.of());
    }

    @Test
    void severalGpusATrial_areGivenOutTogether() {
        assertThat(slots(WITH_GPUS, 0, new Resources(1, 2, 0), true).gpus()).containsExactly(List.of("0", "1"));
    }

    @Test
    void tooFewGpus_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> slots(PLAIN, 0, new Resources(1, 1, 0), true))
                .withMessageContaining("A trial asks for 1 GPU; this machine has 0 visible").withMessageContaining("--machine-gpus");
        assertThatIllegalArgumentException().isThrownBy(() -> slots(WITH_GPUS, 4, new Resources(1, 1, 0), true))
                .withMessageContaining("4 slots of 1 GPU need 4; this machine has 3 visible (0,1,3)");
    }

    @Test
    void statedSlotsShareGpusThatNobodyAskedFor() {
        assertThat(slots(WITH_GPUS, 4, Resources.ONE_CORE, false))
                .isEqualTo(new Slots(List.of(List.of("0"), List.of("1"), List.of("3"), List.of("0")), "4 slots, as asked for; 3 GPUs are shared in turn"));
    }

    @Test
    void memoryLimitsTheSlots() {
        assertThat(slots(PLAIN, 0, new Resources(1, 0, 6 * GIB), false).why()).isEqualTo("2 slots: 16384 MiB of memory, 6144 MiB a trial");
    }

    @Test
    void theEnvironmentSays_whichGpusAreVisible() {
        assertThat(VisibleGpus.find(Map.of("CUDA_VISIBLE_DEVICES", "2, GPU-8f,-1,5"))).containsExactly("2", "GPU-8f");
        assertThat(VisibleGpus.find(Map.of("CUDA_VISIBLE_DEVICES", ""))).isEmpty();
        assertThat(VisibleGpus.find(Map.of("CUDA_VISIBLE_DEVICES", "NoDevFiles"))).isEmpty();
    }

    @Test
    void whoHidesTheGpus_isSaid() {
        assertThat(VisibleGpus.source(Map.of())).isEqualTo(GpuSource.ASKED);
        var hidden = new Machine(8, List.of(), VisibleGpus.source(Map.of("CUDA_VISIBLE_DEVICES", "")), 16 * GIB);
        assertThatIllegalArgumentException().isThrownBy(() -> slots(hidden, 0, new Resources(1, 2, 0), true))
                .withMessage("A trial asks for 2 GPUs; this machine has 0 visible.\nCUDA_VISIBLE_DEVICES hides all others: unset it, or state the devices: --machine-gpus 0,1.");
    }

    @Test
    void theUserStatesThem() {
        assertThat(PLAIN.withGpus("0, 1").gpus()).containsExactly("0", "1");
        assertThat(PLAIN.withGpus("GPU-8f1c-22,MIG-GPU-8f/1/0").gpus()).hasSize(2);
        assertThat(WITH_GPUS.withGpus("").gpus()).isEmpty();
        assertThat(WITH_GPUS.withGpus("none").gpus()).isEmpty();
        assertThat(slots(PLAIN.withGpus("7"), 0, Resources.ONE_CORE, false).why()).isEqualTo("1 slot: 1 visible GPU, 1 a trial");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "0,0|GPU 0 is named twice", "0,,1|'' is no GPU", "first|'first' is no GPU", "-1|'-1' is no GPU", "0;1|'0;1' is no GPU", "GPU-|'GPU-' is no GPU"})
    void whatIsNoListOfGpus_isRefused(String stated, String message) {
        assertThatIllegalArgumentException().isThrownBy(() -> PLAIN.withGpus(stated)).withMessageContaining("--machine-gpus " + stated).withMessageContaining(message);
    }

    @Test
    void oneCore_isNotSeveral() {
        assertThat(slots(new Machine(1, List.of(), GpuSource.ASKED, GIB), 0, Resources.ONE_CORE, false).why()).isEqualTo("1 slot: 1 usable core, 1 a trial");
    }

    @Test
    void nvidiaSmi_isAskedOtherwise(@TempDir Path folder) throws IOException {
        var fake = Files.writeString(folder.resolve("nvidia-smi"), "#!/bin/sh\nprintf '0\\n1\\n'\n");
        Files.setPosixFilePermissions(fake, PosixFilePermissions.fromString("rwxr-xr-x"));
        assertThat(VisibleGpus.find(Map.of("PATH", folder.toString()))).containsExactly("0", "1");
        assertThat(VisibleGpus.find(Map.of("PATH", "/nowhere"))).isEmpty();
    }

    @Test
    void thisMachine_hasCoresAndMemory() {
        assertThat(Machine.here()).satisfies(here -> {
            assertThat(here.cpus()).isPositive();
            assertThat(here.memoryBytes()).isPositive();
        });
    }

    private static Slots slots(Machine machine, int count, Resources each, boolean gpusStated) {
        var standard = Settings.STANDARD;
        var settings = new Settings(standard.budget(), count == 0 ? OptionalInt.empty() : OptionalInt.of(count), each, gpusStated,
                standard.timeout(), standard.retries(), standard.grace(), standard.keep(), standard.artifacts(), standard.remarks());
        return Slots.of(settings, machine);
    }
}
