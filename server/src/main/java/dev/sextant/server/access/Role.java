package dev.sextant.server.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What the holder of a token may do. Who may do more than another is for each route to say; an administrator may do
/// everything.
public enum Role {
    /// Look at studies.
    READ,
    /// Look; make studies without a command, ask, tell, enqueue, and steer.
    SUBMIT,
    /// Look; take trials of any study, run and tell them.
    WORKER,
    /// Everything, commands and tokens included.
    ADMIN;

    /// The lower-case word of the JSON forms and the command line.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The role that a word names.
    public static Optional<Role> of(String word) {
        return Arrays.stream(values()).filter(r -> r.word().equals(word)).findFirst();
    }
}
