package dev.sextant.server.lines;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/// A folder for sockets that only its owner can enter.
public final class SocketFolder {
    /// The longest path of a socket, in bytes: what all systems can bind.
    public static final int MAX_PATH = 107;

    private static final String PRIVATE = "rwx------";

    private final Path folder;

    private SocketFolder(Path folder) {
        this.folder = folder;
    }

    /// Makes the folder, or takes the one that is there.
    ///
    /// @param runtime `$XDG_RUNTIME_DIR`: a folder of the user's own; used if it is an absolute path to a folder
    /// @param temporary what takes its place otherwise
    /// @param user the name of the user, for his folder in `temporary`
    /// @throws UncheckedIOException if somebody else could enter it; the message says what to do
    public static SocketFolder in(Optional<Path> runtime, Path temporary, String user) {
        var folder = runtime.filter(r -> r.isAbsolute() && Files.isDirectory(r) && Files.isWritable(r))
                .map(r -> r.resolve("sextant"))
                .orElseGet(() -> temporary.resolve("sextant-" + user));
        try {
            make(folder);
            return new SocketFolder(folder);
        } catch (IOException broken) {
            throw new UncheckedIOException(new IOException("""
                    The folder %s for sockets cannot be used: %s.
                    Set XDG_RUNTIME_DIR to a folder of your own."""
                    .formatted(folder, broken.getMessage()), broken));
        }
    }

    private static void make(Path folder) throws IOException {
        try {
            Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(PRIVATE)));
        } catch (FileAlreadyExistsException _) {
            checkPrivate(folder);
        }
    }

    private static void checkPrivate(Path folder) throws IOException {
        var found = Files.readAttributes(folder, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        var open = PosixFilePermissions.toString(found.permissions());
        if (!found.isDirectory()) {
            throw new IOException("it is no folder");
        }
        if (!open.equals(PRIVATE)) {
            throw new IOException("its permissions are %s, not %s".formatted(open, PRIVATE));
        }
        if (!found.owner().equals(owner(folder))) {
            throw new IOException("it belongs to '%s'".formatted(found.owner().getName()));
        }
    }

    /// Who owns the files that this process makes.
    private static UserPrincipal owner(Path folder) throws IOException {
        var probe = Files.createTempFile(folder, "probe", "");
        try {
            return Files.getOwner(probe);
        } finally {
            Files.delete(probe);
        }
    }

    /// The path of the socket of a study; the same for the same file.
    ///
    /// @param database the file that the study is kept in
    /// @throws UncheckedIOException if it is longer than [#MAX_PATH] bytes
    public Path socket(Path database) {
        var path = folder.resolve(digest(database.toAbsolutePath().normalize().toString()) + ".sock");
        checkLength(path);
        return path;
    }

    private static String digest(String text) {
        try {
            var bytes = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(bytes, 0, 8);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256.", impossible);
        }
    }

    static void checkLength(Path path) {
        int bytes = path.toString().getBytes(StandardCharsets.UTF_8).length;
        if (bytes > MAX_PATH) {
            throw new UncheckedIOException(new IOException("""
                    The path of a socket has at most %d bytes; %s has %d.
                    Set XDG_RUNTIME_DIR to a folder with a shorter path.""".formatted(MAX_PATH, path, bytes)));
        }
    }
}
