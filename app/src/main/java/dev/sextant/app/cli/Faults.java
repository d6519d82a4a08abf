package dev.sextant.app.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/// What broken machines are called in messages to people.
final class Faults {
    private Faults() {}

    static String text(IOException broken) {
        return switch (broken) {
            case NoSuchFileException missing -> "There is no file %s.".formatted(missing.getFile());
            case AccessDeniedException denied -> "%s may not be read or written by this user.".formatted(denied.getFile());
            case FileAlreadyExistsException there -> "%s exists already.".formatted(there.getFile());
            case FileSystemException other -> "%s: %s.".formatted(other.getFile(),
                    other.getReason() == null ? "the file system refuses" : other.getReason());
            default -> String.valueOf(broken.getMessage());
        };
    }

    static String unexpected(Throwable broken) {
        return broken instanceof OutOfMemoryError
                ? "There is not enough memory. Give the JVM more: SEXTANT_JVM_OPTIONS=-Xmx2g"
                : """
                Something broke inside Sextant: %s
                No finished trial is lost. Run it again with --debug for the details, and please report them."""
                        .formatted(broken);
    }
}
