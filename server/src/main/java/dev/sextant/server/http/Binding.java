package dev.sextant.server.http;

import java.net.InetAddress;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/// Where a server listens.
///
/// @param port 0 for any that is free
/// @param tls empty for plain HTTP
public record Binding(InetAddress address, int port, Optional<SSLContext> tls) {
    /// This machine only.
    public static Binding loopback(int port) {
        return new Binding(InetAddress.getLoopbackAddress(), port, Optional.empty());
    }
}
