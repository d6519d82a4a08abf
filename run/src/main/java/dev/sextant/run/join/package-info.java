/// A worker that joins a server: takes trials of any study there, runs them, and loses nothing when the server goes away for a
/// while, or when it is killed itself.
///
/// Start with [JoinedWorker][dev.sextant.run.join.JoinedWorker]. What a worker has been given and not told the end of stands in
/// the [Outbox][dev.sextant.run.join.Outbox], a file an attempt; all that is said to the server goes through
/// [Connection][dev.sextant.run.join.Connection]. Uses `worker`, `machine`, `launch` and the client in `wire`. The thoughts behind it:
/// `adr/20261126-workers-that-join.md`.
package dev.sextant.run.join;
