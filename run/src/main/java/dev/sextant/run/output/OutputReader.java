package dev.sextant.run.output;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.regex.Pattern;

/// Reads what an [OutputFile] of any process keeps, also while it grows, and says in a line what is left out.
///
/// Not thread-safe.
public final class OutputReader {
    private static final int BUFFER = 64 * 1024;
    private static final int LONGEST_GAP = 64;
    private static final Pattern GAP = Pattern.compile("\\n\\[sextant: (\\d{1,18}) bytes left out here\\]\\n");

    private final Path file;
    private final long head;
    private final long tail;
    /// In the stream as it was printed, not in one of its files.
    private long position;

    /// A reader at the beginning of a stream, which may not have begun.
    public OutputReader(Path file) {
        this(file, OutputFile.HEAD, OutputFile.TAIL);
    }

    OutputReader(Path file, long head, long tail) {
        this.file = file;
        this.head = head;
        this.tail = tail;
    }

    /// Copies what was printed since the last call.
    public void copy(OutputStream out) throws IOException {
        long before = -1;
        while (before != position) {
            before = position;
            copyPart(out);
        }
        out.flush();
    }

    private void copyPart(OutputStream out) throws IOException {
        long size = size();
        if (size < Math.min(position, head)) {
            position = 0;                           // the attempt was begun anew
        }
        if (position < head) {
            copy(file, position, head, out);
        } else if (size > head) {
            copyJoined(out);
        } else {
            copyPiece(out);
        }
    }

    private long size() throws IOException {
        try {
            return Files.size(file);
        } catch (NoSuchFileException _) {
            return 0;
        }
    }

    /// The stream has ended, or is being ended: all that is kept is in one file.
    private void copyJoined(OutputStream out) throws IOException {
        var gap = GAP.matcher(text(head));
        boolean gapped = gap.lookingAt();
        long leftOut = gapped ? Long.parseLong(gap.group(1)) : 0;
        long line = gapped ? gap.end() : 0;
        skip(head + leftOut, out);
        copy(file, position - leftOut + line, Long.MAX_VALUE, out);
    }

    private String text(long from) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            var bytes = ByteBuffer.allocate(LONGEST_GAP);
            int read = channel.read(bytes, from);
            return new String(bytes.array(), 0, Math.max(0, read), StandardCharsets.ISO_8859_1);
        }
    }

    private void copyPiece(OutputStream out) throws IOException {
        long full = fullTails();
        if (full > 0) {
            skip(head + (full - 1) * tail, out);
        }
        long piece = (position - head) / tail;
        long within = (position - head) % tail;
        try (var channel = FileChannel.open(piece == full ? OutputFile.tailOf(file) : OutputFile.fullTailOf(file, piece + 1), StandardOpenOption.READ)) {
            if (fullTails() == full && size() <= head) {    // else it may have become another piece before it was opened
                copy(channel, within, tail, out);
            }
        } catch (NoSuchFileException _) {
            return;                                 // between two pieces, or they are being put together
        }
    }

    /// How many parts of the end have been filled: the number of the one that is kept.
    private long fullTails() throws IOException {
        var prefix = OutputFile.tailOf(file).getFileName() + ".";
        long most = 0;
        try (var pieces = Files.newDirectoryStream(file.resolveSibling(""), entry -> entry.getFileName().toString().startsWith(prefix))) {
            for (var entry : pieces) {
                var number = entry.getFileName().toString().substring(prefix.length());
                most = Math.max(most, number.matches("[0-9]{1,15}") ? Long.parseLong(number) : 0);
            }
        }
        return most;
    }

    private void skip(long to, OutputStream out) throws IOException {
        if (position < to) {
            out.write(OutputFile.gap(to - position).getBytes(StandardCharsets.UTF_8));
            position = to;
        }
    }

    private void copy(Path part, long from, long most, OutputStream out) throws IOException {
        try (var channel = FileChannel.open(part, StandardOpenOption.READ)) {
            copy(channel, from, most, out);
        } catch (NoSuchFileException _) {
            return;                                 // nothing printed yet
        }
    }

    /// @param to where to end at most, in the file
    private void copy(FileChannel channel, long from, long to, OutputStream out) throws IOException {
        var buffer = ByteBuffer.allocate(BUFFER);
        long at = from;
        while (at < to) {
            buffer.clear().limit((int) Math.min(BUFFER, to - at));
            int read = channel.read(buffer, at);
            if (read <= 0) {
                return;
            }
            out.write(buffer.array(), 0, read);
            at += read;
            position += read;
        }
    }
}
