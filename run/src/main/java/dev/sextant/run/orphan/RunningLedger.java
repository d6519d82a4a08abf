package dev.sextant.run.orphan;

import dev.sextant.run.launch.BootClock;
import dev.sextant.run.launch.ProcessTable;
import dev.sextant.run.output.FileTrouble;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;

/// What this process runs now, in a file beside the run folders: one line of fixed length a slot.
///
/// The file exists exactly while there may be something to clean up: it is made before the first program starts and deleted
/// when the last has ended. A note costs one write of 64 bytes. Thread-safe.
public final class RunningLedger implements AutoCloseable {
    private static final String NAME = "running";
    private static final int LINE = 64;

    private final Path file;
    private final FileChannel channel;
    private final BootClock clock = new BootClock();

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
            throw new UncheckedIOException("The ledger of running trials cannot be written in '%s': %s.".formatted(runs, FileTrouble.text(failed)), failed);
        }
    }

    /// Says that a slot is about to start a process that leads a group.
    ///
    /// @return to be told its number as soon as it runs
    public LongConsumer starting(int slot) {
        long earliest = clock.ticks();
        return pid -> note(slot, new Entry(pid, earliest, clock.ticks() + BootClock.BEHIND).line(slot));
    }

    /// Notes that a slot runs nothing.
    public void ended(int slot) {
        note(slot, "");
    }

    private void note(int slot, String text) {
        try {
            write(slot + 1, text);
        } catch (IOException failed) {
            throw new UncheckedIOException("The ledger of running trials '%s' cannot be written: %s.".formatted(file, FileTrouble.text(failed)), failed);
        }
    }

    private void write(int line, String text) throws IOException {
        var bytes = new byte[LINE];
        Arrays.fill(bytes, (byte) ' ');
        bytes[LINE - 1] = '\n';
        System.arraycopy(text.getBytes(StandardCharsets.US_ASCII), 0, bytes, 0, text.length());
        channel.write(ByteBuffer.wrap(bytes), (long) line * LINE);
    }

    /// Deletes the ledger: everything has ended.
    @Override
    public void close() {
        try {
            channel.close();
            Files.deleteIfExists(file);
        } catch (IOException failed) {
            throw new UncheckedIOException("The ledger of running trials '%s' cannot be removed: %s.".formatted(file, FileTrouble.text(failed)), failed);
        }
    }

    /// A process that was running when a ledger was left behind. It started between two ticks of the [BootClock], which
    /// tells it from a later one that was given the same number.
    record Entry(long pid, long earliest, long latest) {
        private static final Pattern LINE = Pattern.compile("slot \\d+ pid (\\d{1,10}) start (\\d{1,18}) to (\\d{1,18}) *");

        String line(int slot) {
            return "slot " + slot + " pid " + pid + " start " + earliest + " to " + latest;
        }

        /// Slots that never ran anything are holes in the file.
        static Optional<Entry> of(String line) {
            var match = LINE.matcher(line.replace("\0", ""));
            return match.matches()
                    ? Optional.of(new Entry(Long.parseLong(match.group(1)), Long.parseLong(match.group(2)), Long.parseLong(match.group(3))))
                    : Optional.empty();
        }

        boolean isStillThere() {
            return ProcessTable.find(pid).filter(process -> earliest <= process.start() && process.start() <= latest).isPresent();
        }
    }

    /// What a ledger left behind says, if it is of this start of the machine; empty if none was left behind.
    static Optional<List<Entry>> leftIn(Path runs) {
        try {
            var lines = Files.readAllLines(runs.resolve(NAME), StandardCharsets.ISO_8859_1);
            boolean thisBoot = !lines.isEmpty() && lines.getFirst().strip().equals("boot " + ProcessTable.bootId());
            return Optional.of(thisBoot ? lines.stream().skip(1).map(Entry::of).flatMap(Optional::stream).toList() : List.of());
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    static void forget(Path runs) {
        try {
            Files.deleteIfExists(runs.resolve(NAME));
        } catch (IOException failed) {
            throw new UncheckedIOException("The old ledger of running trials in '%s' cannot be removed: %s.".formatted(runs, FileTrouble.text(failed)), failed);
        }
    }
}
