package dev.sextant.run.join;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import dev.sextant.run.output.FileTrouble;
import dev.sextant.wire.file.Digests;
import dev.sextant.wire.http.ServerAwayException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/// The input files that this machine has, by what they hold: each is fetched once, however many workers and studies need it.
///
/// A file is fetched by one process at a time, under another name, and gets its own only after its digest was found right: no
/// half file is ever used, and what a killed worker had fetched is not fetched again. Beyond the limit, what was not used for
/// longest is deleted; whoever has [linked][#link] a file keeps it. A cache may be deleted at any time.
///
/// @param folder one for all workers of a user on a machine
/// @param mostBytes the limit
record InputCache(Path folder, long mostBytes) {
    private static final int BUFFER = 1 << 16;
    private static final String PART = ".part";

    /// Fetches what a file holds from a byte on.
    @FunctionalInterface
    interface Source {
        InputStream from(long offset);
    }

    /// Puts a file at a place that is not there yet.
    ///
    /// @throws IllegalArgumentException if what the source gives is not the file
    void link(InputFile file, Path place, Source source) {
        try {
            Files.createDirectories(folder);
            try (var channel = FileChannel.open(folder.resolve(file.name() + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE); var _ = channel.lock()) {
                var entry = folder.resolve(file.name());
                if (!isRight(entry, file)) {
                    fetch(file, entry, source);
                }
                Files.setLastModifiedTime(entry, FileTime.from(Instant.now()));
                put(entry, place);
            }
            thin();
        } catch (IOException failed) {
            throw new UncheckedIOException("The cache of inputs, '%s', cannot be used: %s.".formatted(folder, FileTrouble.text(failed)), failed);
        }
    }

    /// Programs may have written into it.
    private static boolean isRight(Path entry, InputFile file) throws IOException {
        return Files.exists(entry) && Files.size(entry) == file.size() && Digests.sha256(entry).equals(file.sha256());
    }

    private void fetch(InputFile file, Path entry, Source source) throws IOException {
        var part = folder.resolve(file.name() + PART);
        boolean resumed = Files.exists(part) && Files.size(part) > 0;
        append(part, source);
        if (!isRight(part, file) && resumed) {
            Files.delete(part);
            append(part, source);
        }
        if (!isRight(part, file)) {
            Files.delete(part);
            throw new IllegalArgumentException("The input '%s' is not what the server said it is: its digest is another one.\nPerhaps it was changed meanwhile."
                    .formatted(file.place()));
        }
        Files.setPosixFilePermissions(part, PosixFilePermissions.fromString(file.executable() ? "r-xr-xr-x" : "r--r--r--"));
        Files.move(part, entry, ATOMIC_MOVE);
    }

    private static void append(Path part, Source source) throws IOException {
        long have = Files.exists(part) ? Files.size(part) : 0;
        var buffer = new byte[BUFFER];
        try (var in = source.from(have); var out = Files.newOutputStream(part, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            for (int count = read(in, buffer); count >= 0; count = read(in, buffer)) {
                out.write(buffer, 0, count);
            }
        }
    }

    private static int read(InputStream in, byte[] buffer) {
        try {
            return in.read(buffer);
        } catch (IOException broken) {
            throw new ServerAwayException("an input broke off: " + broken.getMessage(), broken);
        }
    }

    /// A link where that is possible: it costs nothing, and stays when the entry is deleted.
    private static void put(Path entry, Path place) throws IOException {
        Files.createDirectories(place.getParent());
        try {
            Files.createLink(place, entry);
        } catch (IOException | UnsupportedOperationException _) {
            Files.copy(entry, place);
        }
    }

    private record Entry(Path file, long size, FileTime used) {}

    private void thin() throws IOException {
        List<Entry> entries;
        try (var files = Files.list(folder)) {
            entries = files.filter(file -> !file.toString().endsWith(".lock")).map(InputCache::entry).sorted(Comparator.comparing(Entry::used)).toList();
        }
        long all = entries.stream().mapToLong(Entry::size).sum();
        for (var entry : entries.subList(0, Math.max(0, entries.size() - 1))) {
            if (all > mostBytes) {
                Files.deleteIfExists(entry.file());
                all -= entry.size();
            }
        }
    }

    private static Entry entry(Path file) {
        try {
            return new Entry(file, Files.size(file), Files.getLastModifiedTime(file));
        } catch (IOException gone) {
            return new Entry(file, 0, FileTime.fromMillis(0));
        }
    }
}
