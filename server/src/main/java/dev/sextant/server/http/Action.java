package dev.sextant.server.http;

/// Does what a route is for.
@FunctionalInterface
public interface Action {
    /// Answers somebody who may.
    ///
    /// @throws RuntimeException if it cannot be done; [Front] makes an answer of it
    Reply act(Visit visit);
}
