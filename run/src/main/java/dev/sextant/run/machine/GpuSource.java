package dev.sextant.run.machine;

/// Who said which GPUs a machine has.
public enum GpuSource {
    /// `nvidia-smi` was asked.
    ASKED("If 'nvidia-smi' does not find them, state them: --machine-gpus 0,1."),
    /// `CUDA_VISIBLE_DEVICES` was set, which hides all other devices.
    ENVIRONMENT("CUDA_VISIBLE_DEVICES hides all others: unset it, or state the devices: --machine-gpus 0,1."),
    /// The user.
    STATED("--machine-gpus says so; name all devices there, as in --machine-gpus 0,1.");

    private final String hint;

    GpuSource(String hint) {
        this.hint = hint;
    }

    /// What to do if there are too few.
    String hint() {
        return hint;
    }
}
