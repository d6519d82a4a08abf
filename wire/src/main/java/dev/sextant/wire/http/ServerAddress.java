package dev.sextant.wire.http;

import java.net.URI;
import java.util.Optional;

/// Where a server is, and how to get in.
///
/// @param base `http://node7:7700`, without a path
/// @param token empty where none is needed
/// @param fingerprint of the certificate that the server must show; empty to trust whom this machine trusts
public record ServerAddress(URI base, Optional<String> token, Optional<Fingerprint> fingerprint) {
    private static final int USUAL_PORT = 7700;

    public ServerAddress {
        if (fingerprint.isPresent() && !base.getScheme().equals("https")) {
            throw new IllegalArgumentException("""
                    A fingerprint was given, but '%s' has no certificate to compare it with.
                    Use https://, or leave the fingerprint out.""".formatted(base));
        }
    }

    /// The address that somebody typed; without a port the usual one.
    ///
    /// @throws IllegalArgumentException with a message for the user, if it is none
    public static ServerAddress of(String typed) {
        try {
            var uri = URI.create(typed);
            if (isServer(uri)) {
                int port = uri.getPort() < 0 ? USUAL_PORT : uri.getPort();
                return new ServerAddress(URI.create("%s://%s:%d".formatted(uri.getScheme(), uri.getHost(), port)), Optional.empty(), Optional.empty());
            }
        } catch (IllegalArgumentException _) {
            // The message below says more.
        }
        throw new IllegalArgumentException("""
                '%s' is not the address of a server; it looks like http://node7:7700, without anything behind the port.
                'sextant serve' prints it when it begins.""".formatted(typed));
    }

    private static boolean isServer(URI uri) {
        return ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme())) && uri.getHost() != null
                && (uri.getRawPath().isEmpty() || uri.getRawPath().equals("/"))
                && uri.getRawQuery() == null && uri.getRawFragment() == null && uri.getRawUserInfo() == null;
    }

    /// The same with a token.
    public ServerAddress with(String other) {
        return new ServerAddress(base, Optional.of(other), fingerprint);
    }

    /// The same with a certificate.
    public ServerAddress with(Fingerprint other) {
        return new ServerAddress(base, token, Optional.of(other));
    }

    /// The address of something on the server.
    ///
    /// @param path begins with `/`; already encoded
    URI at(String path) {
        return URI.create(base + path);
    }

    @Override
    public String toString() {
        return base.toString();
    }
}
