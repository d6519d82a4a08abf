package dev.sextant.app.cli;

import dev.sextant.engine.port.StoreException;
import dev.sextant.model.expression.ExpressionException;
import dev.sextant.store.home.StudyHeldException;
import dev.sextant.store.home.StudyNameException;
import dev.sextant.wire.lines.LineRefusedException;
import dev.sextant.wire.tree.FormException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;

/// What went wrong, in words for people.
final class Faults {
    private Faults() {}

    /// Whether the text shows what was written, with a caret below it.
    static boolean isPicture(Throwable broken) {
        return broken instanceof FormException || broken instanceof ExpressionException;
    }

    static String text(Throwable broken) {
        return switch (broken) {
            case UsageException _, StudyNameException _, IllegalArgumentException _, LineRefusedException _, StoreException _,
                    StudyHeldException _ -> String.valueOf(broken.getMessage());
            case UncheckedIOException unchecked -> text(Objects.requireNonNull(unchecked.getCause()));
            case NoSuchFileException missing -> "There is no file %s.".formatted(missing.getFile());
            case AccessDeniedException denied -> "%s may not be read or written by this user.".formatted(denied.getFile());
            case FileAlreadyExistsException there -> "%s exists already.".formatted(there.getFile());
            case FileSystemException other -> "%s: %s.".formatted(other.getFile(),
                    other.getReason() == null ? "the file system refuses" : other.getReason());
            case IOException other -> String.valueOf(other.getMessage());
            case OutOfMemoryError _ -> "There is not enough memory. Give the JVM more: SEXTANT_JVM_OPTIONS=-Xmx2g";
            default -> """
                    Something broke inside Sextant: %s
                    No finished trial is lost. Run it again with --debug for the details, and please report them."""
                    .formatted(broken);
        };
    }
}
