package dev.sextant.app.cli;

import dev.sextant.run.launch.Command;
import dev.sextant.run.launch.Environment;
import dev.sextant.run.launch.Launch;
import dev.sextant.run.launch.Launched;
import dev.sextant.run.launch.Launcher;
import dev.sextant.run.launch.OutputSink;
import dev.sextant.run.launch.Signal;
import dev.sextant.server.http.Certificates;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// A certificate that a server signs itself, made once by the JDK's `keytool` and kept in a file that only its user can read.
record OwnCertificate(Path file) {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /// A key store needs one; what protects the key are the permissions of its file.
    private static final String PASSWORD = "sextant";
    private static final int DAYS = 3650;

    /// The certificate, made if there is none.
    ///
    /// @param names what clients call the server: `dns:node7`, `ip:10.0.0.7`
    Certificates take(List<String> names) {
        if (!Files.exists(file)) {
            make(names);
        }
        return Certificates.store(file, PASSWORD);
    }

    private void make(List<String> names) {
        try {
            var folder = Files.createDirectories(file.toAbsolutePath().getParent());
            var work = Files.createTempDirectory(folder, "tls", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            var made = work.resolve("server.p12");
            run(List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair", "-alias", "server", "-keyalg", "EC",
                    "-groupname", "secp256r1", "-dname", "CN=sextant", "-validity", Integer.toString(DAYS), "-ext", "SAN=" + String.join(",", names),
                    "-storetype", "PKCS12", "-keystore", made.toString(), "-storepass", PASSWORD), work);
            Files.setPosixFilePermissions(made, PosixFilePermissions.fromString("rw-------"));
            Files.move(made, file);
            Files.delete(work);
        } catch (IOException failed) {
            throw new UncheckedIOException(new IOException("No certificate can be kept at %s: %s.".formatted(file, failed.getMessage()), failed));
        }
    }

    private static void run(List<String> words, Path directory) {
        var printed = new ByteArrayOutputStream();
        OutputSink sink = (bytes, length) -> printed.write(bytes, 0, length);
        switch (Launcher.best().launch(new Command(words, Environment.of(Map.of("LC_ALL", "C")), directory), sink, sink)) {
            case Launch.Refused(String reason) -> throw failed(reason);
            case Launch.Started(var process) -> follow(process, printed);
        }
    }

    private static void follow(Launched process, ByteArrayOutputStream printed) {
        try (process) {
            boolean done = process.follow(PATIENCE).filter(exit -> exit.success()).isPresent();
            process.signal(Signal.KILL);
            if (!done) {
                throw failed(printed.toString(StandardCharsets.UTF_8).strip());
            }
        }
    }

    private static UsageException failed(String why) {
        return new UsageException("""
                No certificate could be made: %s
                Give one with --tls-cert FILE and --tls-key FILE, or do without (--plain): tokens can then be read on the way.""".formatted(why));
    }
}
