package dev.sextant.app.file;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// A file that a user asks for. Whoever reads it sees either what it was or all of what it is to be.
///
/// Devices, pipes and links stay what they are: they are written to, not replaced.
public final class OutputFile {
    private OutputFile() {}

    /// What a file is filled with.
    public interface Content {
        void writeTo(Writer writer) throws IOException;
    }

    /// As [Content], of bytes.
    public interface Bytes {
        void writeTo(OutputStream out) throws IOException;
    }

    /// Writes a file, in UTF-8.
    ///
    /// @throws IOException if it cannot be written; a file that was there is then as it was
    public static void write(Path file, Content content) throws IOException {
        writeBytes(file, out -> {
            var writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            content.writeTo(writer);
            writer.flush();
        });
    }

    /// As [#write], of bytes.
    public static void writeBytes(Path file, Bytes content) throws IOException {
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            fill(Files.newOutputStream(file), content);
            return;
        }
        var folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new FileSystemException(file.toString(), null, "there is no folder %s".formatted(folder));
        }
        var draft = folder.resolve(".%s.%d.part".formatted(file.getFileName(), ProcessHandle.current().pid()));
        try {
            fill(Files.newOutputStream(draft, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), content);
            move(draft, file);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static void fill(OutputStream out, Bytes content) throws IOException {
        try (out) {
            content.writeTo(out);
        }
    }

    private static void move(Path draft, Path file) throws IOException {
        try {
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException _) {
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
