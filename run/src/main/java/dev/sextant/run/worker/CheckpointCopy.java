package dev.sextant.run.worker;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.COPY_ATTRIBUTES;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/// Copies a checkpoint, a folder or a single file, so that it is there as a whole or not at all.
///
/// The copy is made under another name, forced to the disk and renamed: neither a kill nor a power failure leaves half
/// of it. Files are copied, not linked, for programs write over their old checkpoints. Links stay links; those that lead
/// into the checkpoint by an absolute path lead into the copy. Sockets and pipes are left out.
final class CheckpointCopy extends SimpleFileVisitor<Path> {
    private final Path from;
    private final Path draft;
    private final Path to;

    private CheckpointCopy(Path from, Path draft, Path to) {
        this.from = from;
        this.draft = draft;
        this.to = to;
    }

    /// Makes the copy.
    ///
    /// @param from is there
    /// @param draft in the folder of `to`; what a copy that was killed left there is deleted
    /// @param to is not there
    static void make(Path from, Path draft, Path to) throws IOException {
        if (Files.exists(draft, LinkOption.NOFOLLOW_LINKS)) {
            Files.walkFileTree(draft, RunFolder.deletion());
        }
        Files.walkFileTree(from, new CheckpointCopy(from, draft, to));
        Files.move(draft, to, ATOMIC_MOVE);
        force(to.resolveSibling(""));
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
        Files.createDirectory(place(folder));
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        if (attributes.isSymbolicLink()) {
            Path target = Files.readSymbolicLink(file);
            Files.createSymbolicLink(place(file), target.startsWith(from) ? to.resolve(from.relativize(target)) : target);
        } else if (attributes.isRegularFile()) {
            Files.copy(file, place(file), COPY_ATTRIBUTES);
            force(place(file));
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) throws IOException {
        if (failure != null) {
            throw failure;
        }
        force(place(folder));
        return FileVisitResult.CONTINUE;
    }

    private Path place(Path original) {
        return original.equals(from) ? draft : draft.resolve(from.relativize(original));
    }

    private static void force(Path path) throws IOException {
        try (var channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
