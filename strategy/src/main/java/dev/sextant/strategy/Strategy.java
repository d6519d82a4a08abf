package dev.sextant.strategy;

/// Says what to try next, and learns from what happened.
///
/// The engine tells a strategy everything that happens to trials, in the order of the log: trials that it proposed
/// itself and trials that others did (the defaults, a user's own). It asks for one proposal at a time. What a strategy
/// answers may depend only on its settings, on what it was told, and on the random stream of the request; so the same
/// seed and the same messages give the same answers, and a restarted study is told, never asked again.
///
/// Not thread-safe: one thread at a time calls it. It may think long; reports do not wait for it.
public interface Strategy {
    /// What to try next.
    Answer ask(Request request);

    /// Learns of one event.
    void tell(Observation observation);

    /// Learns of a result of an earlier study, before it is told of any trial. Whoever has no use for it ignores it; whoever
    /// hands its work to another strategy hands it on.
    default void remember(Remembered result) {}
}
