package dev.sextant.model.resource;

/// An amount of what trials need while they run.
///
/// @param cpus cores, at least 0
/// @param gpus whole devices, at least 0
/// @param memoryBytes memory, at least 0; accounting only, nothing enforces it
public record Resources(int cpus, int gpus, long memoryBytes) {
    /// What one trial takes unless the user says otherwise: one core.
    public static final Resources ONE_CORE = new Resources(1, 0, 0);

    public Resources {
        if (cpus < 0 || gpus < 0 || memoryBytes < 0) {
            throw new IllegalArgumentException("Resources cannot be negative: %d cpus, %d gpus, %d bytes of memory."
                    .formatted(cpus, gpus, memoryBytes));
        }
    }

    /// Whether all of this is there in `free`.
    public boolean fitsIn(Resources free) {
        return cpus <= free.cpus && gpus <= free.gpus && memoryBytes <= free.memoryBytes;
    }

    public Resources minus(Resources used) {
        return new Resources(cpus - used.cpus, gpus - used.gpus, memoryBytes - used.memoryBytes);
    }

    public Resources plus(Resources more) {
        return new Resources(cpus + more.cpus, gpus + more.gpus, memoryBytes + more.memoryBytes);
    }
}
