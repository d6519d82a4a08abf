package dev.sextant.run.orphan;

import dev.sextant.run.launch.ProcessTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/// What this process runs now, in a file beside the run folders: one line of fixed length a slot.
///
/// The file exists exactly while there may be something to clean up: it is made before the first program starts and deleted
/// when the last has ended. A note costs one write of 64 bytes and a look into `/proc`. Thread-safe.
public final class RunningLedger implements AutoCloseable {
    private static final String NAME = "running";
    private static final int LINE = 64;

    private final Path file;
    private final FileChannel channel;

    private RunningLedger(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /// Begins a ledger in the folder of the runs, which is made if it is missing.
    ///
    /// @throws UncheckedIOException if it cannot be written
    public static RunningLedger open(Path runs) {
        try {
            Files.createDirectories(runs);
            var file = runs.resolve(NAME);
            var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
            var ledger = new RunningLedger(file, channel);
            ledger.write(0, "boot " + ProcessTable.bootId());
            return ledger;
        } catch (IOException failed) {
            throw new UncheckedIOException("The ledger of running trials cannot be written in '%s': %s.".formatted(runs, failed.getMessage()), failed);
        }
    }

    /// Notes that a slot runs a process, which leads a group.
    public void started(int slot, long pid) {
        ProcessTable.find(pid).ifPresent(process -> note(slot, "slot %d pid %d start %d".formatted(slot, pid, process.start())));
    }

    /// Notes that a slot runs nothing.
    public void ended(int slot) {
        note(slot, "");
    }

    private void note(int slot, String text) {
        try {
            write(slot + 1, text);
        } catch (IOException failed) {
            throw new UncheckedIOException("The ledger of running trials '%s' cannot be written: %s.".formatted(file, failed.getMessage()), failed);
        }
    }

    private void write(int line, String text) throws IOException {
        channel.write(ByteBuffer.wrap("%-63s%n".formatted(text).getBytes(StandardCharsets.US_ASCII)), (long) line * LINE);
    }

    /// Deletes the ledger: everything has ended.
    @Override
    public void close() {
        try {
            channel.close();
            Files.deleteIfExists(file);
        } catch (IOException failed) {
            throw new UncheckedIOException("The ledger of running trials '%s' cannot be removed: %s.".formatted(file, failed.getMessage()), failed);
        }
    }

    /// A process that was running when a ledger was left behind.
    record Entry(long pid, long start) {}

    /// What a ledger left behind says, if it is of this start of the machine; empty if none was left behind.
    static Optional<List<Entry>> leftIn(Path runs) {
        try {
            var lines = Files.readAllLines(runs.resolve(NAME), StandardCharsets.ISO_8859_1);
            boolean thisBoot = !lines.isEmpty() && lines.getFirst().strip().equals("boot " + ProcessTable.bootId());
            return Optional.of(thisBoot ? lines.stream().skip(1).map(RunningLedger::parse).flatMap(Optional::stream).toList() : List.of());
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    static void forget(Path runs) {
        try {
            Files.deleteIfExists(runs.resolve(NAME));
        } catch (IOException failed) {
            throw new UncheckedIOException("The old ledger of running trials in '%s' cannot be removed: %s.".formatted(runs, failed.getMessage()), failed);
        }
    }

    private static Optional<Entry> parse(String line) {
        var words = line.replace("\0", "").strip().split(" ", -1);
        try {
            return words.length == 6 ? Optional.of(new Entry(Long.parseLong(words[3]), Long.parseLong(words[5]))) : Optional.empty();
        } catch (NumberFormatException halfWritten) {
            return Optional.empty();
        }
    }
}
