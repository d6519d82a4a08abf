package dev.sextant.server.http;

import java.util.Optional;

/// A request as it came from the network.
public interface Incoming {
    /// `GET`, in capitals.
    String method();

    /// The path as it was sent, still encoded, without the query.
    String path();

    /// What stands behind `?`, still encoded; empty if nothing does.
    String query();

    /// The first header of a name, in whatever case.
    Optional<String> header(String name);

    /// Reads the body.
    ///
    /// @throws HttpRefusedException if it is too large
    byte[] body();
}
