package dev.sextant.run.output;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;

/// What a file system refused, in words: Java's own message is often no more than the path.
public final class FileTrouble {
    private FileTrouble() {}

    /// The path and the cause: `'/runs/0000' exists already`.
    public static String text(IOException failed) {
        return switch (failed) {
            case FileAlreadyExistsException there -> "'%s' exists already".formatted(there.getFile());
            case NoSuchFileException missing -> "'%s' does not exist".formatted(missing.getFile());
            case AccessDeniedException denied -> "'%s' may not be read or written by this user".formatted(denied.getFile());
            case DirectoryNotEmptyException full -> "the folder '%s' is not empty".formatted(full.getFile());
            case FileSystemException other -> "'%s': %s".formatted(other.getFile(), Objects.requireNonNullElse(other.getReason(), "the file system refuses"));
            default -> Objects.requireNonNullElse(failed.getMessage(), failed.toString());
        };
    }

    /// The sentence of whoever wrapped it.
    public static String text(UncheckedIOException failed) {
        return Objects.requireNonNullElseGet(failed.getMessage(), failed::toString);
    }
}
