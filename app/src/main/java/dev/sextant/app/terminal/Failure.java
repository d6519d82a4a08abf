package dev.sextant.app.terminal;

/// A trial that failed, or an attempt that did.
///
/// @param lastLine the last line of its output, empty if there was none
record Failure(int trial, String reason, String lastLine) {
    static Failure of(int trial, String reason, String lastLines) {
        var lines = lastLines.strip().split("\\R", -1);
        return new Failure(trial, OneLine.of(reason), OneLine.of(lines[lines.length - 1]));
    }

    /// Why it failed, and what it said last.
    String what() {
        return lastLine.isEmpty() ? reason : reason + " | " + lastLine;
    }

    @Override
    public String toString() {
        return "trial %d: %s".formatted(trial, what());
    }
}
