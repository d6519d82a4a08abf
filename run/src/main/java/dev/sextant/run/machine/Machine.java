package dev.sextant.run.machine;

import dev.sextant.model.resource.Resources;
import java.util.List;

/// What a machine has for trials.
///
/// @param cpus cores this process may use: its affinity and the limits of its control group count
/// @param gpus what `CUDA_VISIBLE_DEVICES` can name, one entry a device
/// @param gpuSource who said so
/// @param memoryBytes of the machine, or the limit of the control group if that is less
public record Machine(int cpus, List<String> gpus, GpuSource gpuSource, long memoryBytes) {
    public Machine {
        gpus = List.copyOf(gpus);
        if (cpus < 1 || memoryBytes < 0) {
            throw new IllegalArgumentException("A machine has at least one core and no negative memory, not %d cores and %d bytes.".formatted(cpus, memoryBytes));
        }
    }

    /// This machine as it is found. Asks `nvidia-smi` if there is one and nothing else says which GPUs are visible.
    public static Machine here() {
        return new Machine(Runtime.getRuntime().availableProcessors(), VisibleGpus.find(System.getenv()),
                VisibleGpus.source(System.getenv()), Memory.bytes());
    }

    /// The same machine with GPUs that the user states, as `0,1`; an empty text or `none` is none.
    ///
    /// @throws IllegalArgumentException with a message for the user, if the text is no list of different devices
    public Machine withGpus(String stated) {
        return new Machine(cpus, VisibleGpus.stated(stated), GpuSource.STATED, memoryBytes);
    }

    /// All of it as an amount.
    public Resources resources() {
        return new Resources(cpus, gpus.size(), memoryBytes);
    }
}
