package dev.sextant.store.sqlite;

/// What an acknowledged append survives.
public enum Durability {
    /// The end of the process, however it comes, `kill -9` included. A power failure may take the last seconds along,
    /// but never damages the database or leaves a gap.
    PROCESS_END("NORMAL"),
    /// A power failure too: every commit waits for the disk.
    POWER_LOSS("FULL");

    private final String synchronous;

    Durability(String synchronous) {
        this.synchronous = synchronous;
    }

    String synchronous() {
        return synchronous;
    }
}
