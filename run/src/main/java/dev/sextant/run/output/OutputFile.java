package dev.sextant.run.output;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/// A stream of output kept in a file: all of it while it is short, else its beginning and its end.
///
/// The file appears with the first byte. When it has `head` bytes, what follows goes to `NAME.tail`, and when that has `tail`
/// bytes it becomes `NAME.tail.1`, the next one `NAME.tail.2`, and so on, of which only the latest is kept; its number tells an
/// [OutputReader] how much is missing. So a stream never holds more than
/// `head + 2·tail` bytes of disk, and of the memory nothing. [#close] puts the pieces back into the one file, with a line in
/// between that says how much was left out. A write goes to the system at once: what was printed survives the end of this
/// process. Not thread-safe.
public final class OutputFile implements AutoCloseable {
    /// What is kept of the beginning, in bytes.
    public static final long HEAD = 4L << 20;
    /// What is kept of the end at least, in bytes; at most twice as much.
    public static final long TAIL = 4L << 20;

    private static final String TAIL_NAME = ".tail";

    private final Path file;
    private final long head;
    private final long tail;
    private Optional<FileChannel> channel = Optional.empty();
    private long room;
    private boolean begun;
    private boolean pastHead;
    private long fullTails;

    /// A stream that keeps [#HEAD] and [#TAIL] bytes in `file`, which does not exist yet.
    public OutputFile(Path file) {
        this(file, HEAD, TAIL);
    }

    OutputFile(Path file, long head, long tail) {
        this.file = file;
        this.head = head;
        this.tail = tail;
    }

    /// Where the newest part is that `file` does not hold yet while the stream goes on.
    static Path tailOf(Path file) {
        return file.resolveSibling(file.getFileName() + TAIL_NAME);
    }

    /// Where the part before the newest one is.
    ///
    /// @param number how many parts of the end have been filled
    static Path fullTailOf(Path file, long number) {
        return file.resolveSibling(file.getFileName() + TAIL_NAME + "." + number);
    }

    /// The line that stands for what is not kept.
    static String gap(long bytes) {
        return "\n[sextant: %d bytes left out here]\n".formatted(bytes);
    }

    /// Whether a stream kept in a file called `file` keeps a part of itself under `name`, at some time.
    public static boolean isPiece(String file, String name) {
        return name.equals(file) || name.startsWith(file + TAIL_NAME);
    }

    /// Takes the next `length` bytes.
    ///
    /// @throws UncheckedIOException if the disk does not take them
    public void accept(byte[] bytes, int length) {
        try {
            int written = 0;
            while (written < length) {
                if (room == 0) {
                    nextPiece();
                }
                int count = (int) Math.min(room, length - written);
                writeFully(channel.orElseThrow(), ByteBuffer.wrap(bytes, written, count));
                room -= count;
                written += count;
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("The output of a trial cannot be written to '%s': %s.".formatted(file, FileTrouble.text(failed)), failed);
        }
    }

    private void nextPiece() throws IOException {
        closeChannel();
        if (pastHead) {
            fullTails++;
            Files.move(tailOf(file), fullTailOf(file, fullTails), StandardCopyOption.REPLACE_EXISTING);
            Files.deleteIfExists(fullTailOf(file, fullTails - 1));
        }
        pastHead = begun;
        channel = Optional.of(FileChannel.open(begun ? tailOf(file) : file, StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE));
        room = begun ? tail : head;
        begun = true;
    }

    /// Ends the stream and makes one file of it.
    ///
    /// @throws UncheckedIOException if the disk does not take it
    @Override
    public void close() {
        try {
            closeChannel();
            if (pastHead) {
                join();
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("The output of a trial cannot be completed in '%s': %s.".formatted(file, FileTrouble.text(failed)), failed);
        }
    }

    private void join() throws IOException {
        try (var whole = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            if (fullTails > 1) {
                writeFully(whole, ByteBuffer.wrap(gap((fullTails - 1) * tail).getBytes(StandardCharsets.UTF_8)));
            }
            append(whole, fullTailOf(file, fullTails));
            append(whole, tailOf(file));
        }
    }

    private static void append(FileChannel whole, Path piece) throws IOException {
        if (Files.exists(piece)) {
            try (var part = FileChannel.open(piece, StandardOpenOption.READ)) {
                long size = part.size();
                for (long done = 0; done < size; ) {
                    done += part.transferTo(done, size - done, whole);
                }
            }
            Files.delete(piece);
        }
    }

    private void closeChannel() throws IOException {
        if (channel.isPresent()) {
            channel.get().close();
            channel = Optional.empty();
        }
    }

    private static void writeFully(FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }
}
