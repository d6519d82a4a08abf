package dev.sextant.app.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/// The turn of one shell among many that want to hold a study for a moment. It keeps nothing safe: the hold of the study
/// does that. It lets the others sleep in the kernel until it is theirs; without it fifty shells that look again and
/// again leave no time to the one that works.
final class Turn implements AutoCloseable {
    private final Optional<FileChannel> file;

    private Turn(Optional<FileChannel> file) {
        this.file = file;
    }

    /// Waits for the turn. Where files cannot be locked, it is everybody's.
    ///
    /// @param folder of the study
    static Turn await(Path folder) {
        try {
            return locked(FileChannel.open(folder.resolve("turn"), StandardOpenOption.CREATE, StandardOpenOption.WRITE));
        } catch (IOException _) {
            return new Turn(Optional.empty());
        }
    }

    private static Turn locked(FileChannel file) throws IOException {
        boolean ours = false;
        try {
            ours = file.lock().isValid();
            return new Turn(Optional.of(file));
        } catch (OverlappingFileLockException _) {
            return new Turn(Optional.empty());      // another thread of this process has it
        } finally {
            if (!ours) {
                file.close();
            }
        }
    }

    @Override
    public void close() {
        try {
            if (file.isPresent()) {
                file.get().close();
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
