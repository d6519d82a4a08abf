package dev.sextant.run.launch;

import java.time.Duration;
import java.util.Optional;

/// A process that was started, together with its process group.
///
/// One thread follows and closes it; [#signal] and [#wake] may be called by any thread at any time, also after the end,
/// when they do nothing.
public interface Launched extends AutoCloseable {
    /// The process, which is also the number of its group.
    long pid();

    /// Hands output to the sinks until the process has ended, `limit` has passed, or [#wake] was called.
    ///
    /// Once it has returned an exit it returns the same one at once. What the process printed before its end has then been
    /// handed on; what its children printed may still come with [#drain].
    ///
    /// @return how the process ended, or empty if it still runs
    Optional<Exit> follow(Duration limit);

    /// Makes a running or the next [#follow] return early.
    void wake();

    /// Sends a signal to every member of the group.
    void signal(Signal signal);

    /// Whether the group has a living member; a zombie is not alive.
    boolean groupAlive();

    /// Hands on what was printed and not yet read, until the output has ended.
    ///
    /// The output of a process that has ended may be held open for a moment by another one that is just being started.
    ///
    /// @param most how long to wait for the end
    /// @return whether the output has ended; if not, some process still holds an end of the pipe
    boolean drain(Duration most);

    /// Gives descriptors back. Does not end the process.
    @Override
    void close();
}
