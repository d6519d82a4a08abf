package dev.sextant.run.join;

import dev.sextant.run.output.FileTrouble;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// The folder of one worker, held as long as it runs: what lies there, running programs included, is this worker's alone.
///
/// @param lock released by the system if the process is killed
public record WorkFolder(Path path, FileLock lock) implements AutoCloseable {
    /// Takes a folder, which is made if it is missing.
    ///
    /// @throws IllegalArgumentException with a message for the user, if another worker has it
    public static WorkFolder take(Path path) {
        try {
            Files.createDirectories(path);
            var channel = FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            var lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                throw new IllegalArgumentException("""
                        Another worker runs in '%s'.
                        Give this one a name of its own, --name NAME, or another folder, --work FOLDER.""".formatted(path));
            }
            return new WorkFolder(path, lock);
        } catch (IOException failed) {
            throw new UncheckedIOException("The folder of the worker, '%s', cannot be used: %s.".formatted(path, FileTrouble.text(failed)), failed);
        }
    }

    @Override
    public void close() {
        try {
            lock.acquiredBy().close();
        } catch (IOException failed) {
            throw new UncheckedIOException("The folder of the worker, '%s', cannot be let go: %s.".formatted(path, FileTrouble.text(failed)), failed);
        }
    }
}
