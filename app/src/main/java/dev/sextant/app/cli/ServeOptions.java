package dev.sextant.app.cli;

import dev.sextant.server.access.Access;
import dev.sextant.server.access.TokenFile;
import dev.sextant.server.http.Binding;
import dev.sextant.server.http.Certificates;
import dev.sextant.store.home.Machine;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Where a server listens and whom it lets in, as the command line says. Whoever listens to more than this machine without
/// tokens, or without TLS, has to say so.
///
/// @param folder where tokens and the certificate are kept
record ServeOptions(Call call, Path folder) {
    static final Flag PORT = Flag.of("--port", "N", "where to listen, 0 for any free port (7700)");
    static final Flag BIND = Flag.of("--bind", "ADDRESS", "0.0.0.0 for all machines (127.0.0.1: only this one)");
    static final Flag TOKENS = Flag.onOff("--tokens", "ask for a token on this machine too");
    static final Flag CERTIFICATE = Flag.of("--tls-cert", "FILE", "certificate chain in PEM, else one is made");
    static final Flag KEY = Flag.of("--tls-key", "FILE", "its key in PEM");
    static final Flag PLAIN = Flag.onOff("--plain", "no TLS: tokens can be read on the way");
    static final Flag EVERYBODY = Flag.onOff("--everybody", "no token: whoever reaches it may do anything");
    static final Flag FILES = Flag.of("--files", "FOLDER", "studies made over HTTP may name its files (none)");
    private static final int USUAL_PORT = 7700;
    private static final int LAST_PORT = 65_535;

    /// What to listen with.
    ///
    /// @param fingerprint of the certificate; empty without TLS
    record Listening(Binding binding, Access access, Optional<String> fingerprint) {
        /// What to type into a browser.
        String address(int port) {
            var address = binding.address();
            var host = address.isAnyLocalAddress() ? Machine.here().host() : address.getHostAddress();
            return "%s://%s:%d".formatted(binding.tls().isPresent() ? "https" : "http", host.contains(":") ? "[" + host + "]" : host, port);
        }
    }

    Listening listening() {
        var address = address();
        boolean alone = address.isLoopbackAddress();
        boolean stated = call.has(CERTIFICATE) || call.has(KEY);
        var certificates = (alone && !stated) || call.has(PLAIN) ? Optional.<Certificates>empty() : Optional.of(certificates(address));
        return new Listening(new Binding(address, port(), certificates.map(Certificates::context)), access(alone), certificates.map(Certificates::fingerprint));
    }

    private Access access(boolean alone) {
        var file = tokens(folder);
        if (call.has(EVERYBODY) || (alone && !call.has(TOKENS))) {
            return Access.open(file);
        }
        if (file.tokens().isEmpty()) {
            throw new UsageException("""
                    Others may come in with a token only, and none was given out yet.
                    Make one: sextant token create NAME --role admin; or let everybody in who reaches it: --everybody""");
        }
        return new Access(Optional.of(file), file);
    }

    /// Which files a study may name that is made over HTTP.
    NamedFiles files() {
        var opened = call.value(FILES).map(call.console()::path);
        opened.filter(path -> !Files.isDirectory(path)).ifPresent(path -> {
            throw new UsageException("--files %s is no folder.%nName one with the files that studies made over HTTP may use.".formatted(path));
        });
        return opened.map(NamedFiles::in).orElseGet(() -> NamedFiles.none(call.console().directory()));
    }

    /// The tokens of a home.
    static TokenFile tokens(Path folder) {
        return new TokenFile(folder.resolve("tokens.json"), InstantSource.system());
    }

    private InetAddress address() {
        var given = call.value(BIND).orElse("127.0.0.1");
        try {
            return InetAddress.getByName(given);
        } catch (IOException _) {
            throw new UsageException("--bind %s is no address of this machine.%nGive one, such as 0.0.0.0 for all.".formatted(given));
        }
    }

    private int port() {
        int port = call.value(PORT).map(given -> Call.count("--port", given, 0)).orElse(USUAL_PORT);
        if (port > LAST_PORT) {
            throw new UsageException("--port must be at most %d, not %d.".formatted(LAST_PORT, port));
        }
        return port;
    }

    private Certificates certificates(InetAddress address) {
        if (call.has(CERTIFICATE) != call.has(KEY)) {
            throw new UsageException("--tls-cert and --tls-key belong together.");
        }
        if (call.has(CERTIFICATE)) {
            return Certificates.pem(file(CERTIFICATE), file(KEY));
        }
        var any = address.isAnyLocalAddress() ? List.<String>of() : List.of("ip:" + address.getHostAddress());
        var names = new ArrayList<>(List.of("dns:localhost", "ip:127.0.0.1", "dns:" + Machine.here().host()));
        names.addAll(any);
        return new OwnCertificate(folder.resolve("tls.p12")).take(names.stream().distinct().toList());
    }

    private Path file(Flag flag) {
        return call.console().path(call.value(flag).orElseThrow());
    }
}
