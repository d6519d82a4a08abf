package dev.sextant.store.home;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;

/// What a file system refused, in words for people: the JDK puts some of it into the type of the exception only.
final class Refusal {
    private Refusal() {}

    /// A clause without a full stop.
    static String text(IOException failed) {
        return switch (failed) {
            case AccessDeniedException denied -> denied.getFile() + " is forbidden to this user";
            case FileAlreadyExistsException there -> "%s is there, and it is no folder".formatted(there.getFile());
            case FileSystemException other when other.getReason() != null -> "%s: %s".formatted(other.getFile(), other.getReason());
            case FileSystemException other -> "the file system refuses " + other.getFile();
            default -> String.valueOf(failed.getMessage());
        };
    }
}
