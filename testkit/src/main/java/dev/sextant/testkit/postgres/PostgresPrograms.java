package dev.sextant.testkit.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/// The programs of PostgreSQL, unpacked once a machine from the archive that the build brings along; where there is none
/// for the machine, those that are installed.
final class PostgresPrograms {
    private static final String RELEASE = "18.6.0";
    private static final Path INSTALLED = Path.of("/usr/lib/postgresql");

    private PostgresPrograms() {}

    /// The folder with `initdb` and `postgres`; `SEXTANT_TEST_POSTGRES` names that of another release.
    ///
    /// @throws IllegalStateException if there is none for this machine
    static Path folder() throws IOException {
        var stated = System.getenv("SEXTANT_TEST_POSTGRES");
        if (stated != null) {
            return Path.of(stated);
        }
        var archive = PostgresPrograms.class.getResourceAsStream("/postgres-linux-%s.txz".formatted(architecture()));
        if (archive == null) {
            return installed().orElseThrow(() -> new IllegalStateException(
                    "No PostgreSQL for this machine (%s) comes with the build, and none is in %s.".formatted(architecture(), INSTALLED)));
        }
        try (archive) {
            return unpacked(archive).resolve("bin");
        }
    }

    private static String architecture() {
        var name = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        return name.equals("amd64") ? "x86_64" : name.equals("aarch64") ? "arm_64" : name;
    }

    private static Optional<Path> installed() throws IOException {
        if (!Files.isDirectory(INSTALLED)) {
            return Optional.empty();
        }
        try (var releases = Files.list(INSTALLED)) {
            return releases.map(release -> release.resolve("bin")).filter(bin -> Files.isExecutable(bin.resolve("initdb"))).max(Path::compareTo);
        }
    }

    private static Path unpacked(InputStream archive) throws IOException {
        var folder = Path.of(System.getProperty("java.io.tmpdir"), "sextant-postgres-%s-%s".formatted(RELEASE, System.getProperty("user.name")));
        if (Files.isExecutable(folder.resolve("bin/postgres")) && Files.isWritable(folder)) {
            return folder;
        }
        var half = Files.createTempDirectory("sextant-postgres-half");
        Files.setPosixFilePermissions(half, PosixFilePermissions.fromString("rwxr-xr-x"));
        unpack(archive, half);
        try {
            Files.move(half, folder, StandardCopyOption.ATOMIC_MOVE);
            return folder;
        } catch (AtomicMoveNotSupportedException broken) {
            throw broken;
        } catch (FileSystemException _) {
            return half;        // another process was quicker, or somebody else has that name
        }
    }

    private static void unpack(InputStream archive, Path folder) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive)))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(tar, entry, folder.resolve(entry.getName()).normalize());
            }
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path target) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, target);
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString((entry.getMode() & 0100) != 0 ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }
}
