package dev.sextant.server.access;

import java.util.Optional;

/// The tokens that open the door. Thread-safe.
@FunctionalInterface
public interface Keys {
    /// Whose token it is; empty if it was never given out, was revoked, or has expired. Takes as long for a wrong token as
    /// for a right one.
    Optional<Identity> holder(String token);
}
