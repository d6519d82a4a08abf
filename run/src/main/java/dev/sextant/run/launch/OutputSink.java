package dev.sextant.run.launch;

/// Where the bytes go that a process prints.
@FunctionalInterface
public interface OutputSink {
    /// Takes the first `length` bytes; the array is reused after the call.
    void accept(byte[] bytes, int length);

    /// Throws everything away.
    static OutputSink nowhere() {
        return (_, _) -> { };
    }
}
