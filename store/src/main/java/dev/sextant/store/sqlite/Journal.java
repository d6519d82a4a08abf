package dev.sextant.store.sqlite;

/// How a database recovers from a crash, and so who may read it while it is written.
public enum Journal {
    /// A write-ahead log with an index in shared memory: readers of this machine read along. Needs a local file system.
    SHARED,
    /// A rollback journal under an exclusive lock, for network file systems, where machines share no memory. Readers
    /// get a snapshot that the writer renames into place.
    PRIVATE
}
