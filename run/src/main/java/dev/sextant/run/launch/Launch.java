package dev.sextant.run.launch;

/// What came of an attempt to start a program.
public sealed interface Launch {
    /// It runs.
    record Started(Launched process) implements Launch {}

    /// It could not be started; nothing was left behind.
    ///
    /// @param reason one sentence for the user: which program, what is wrong with it, what to do
    record Refused(String reason) implements Launch {}
}
