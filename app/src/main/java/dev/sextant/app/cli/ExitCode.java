package dev.sextant.app.cli;

/// How a run of the program ended, for scripts.
public enum ExitCode {
    /// What was asked for is done; for `tune` also when the space is exhausted.
    DONE(0),
    /// The budget is over and no trial succeeded.
    NOTHING_SUCCEEDED(1),
    /// Wrong usage, study file or study name.
    WRONG_USAGE(2),
    /// The machine or the store failed, or another process holds the study.
    MACHINE_FAILED(3),
    /// A limit ended the study before its budget was used.
    LIMIT(4),
    /// Interrupted by the user.
    INTERRUPTED(130);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    /// What the process ends with.
    public int number() {
        return number;
    }
}
