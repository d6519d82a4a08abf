package dev.sextant.server.access;

import java.util.Optional;

/// Who may come in, and where it is kept to whom tokens were given.
///
/// @param keys empty where no token is needed
public record Access(Optional<Keys> keys, TokenFile tokens) {
    /// A door that is open; tokens may be given out all the same, for a server that will need them.
    public static Access open(TokenFile tokens) {
        return new Access(Optional.empty(), tokens);
    }
}
