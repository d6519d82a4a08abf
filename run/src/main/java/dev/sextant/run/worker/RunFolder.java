package dev.sextant.run.worker;

import dev.sextant.run.output.FileTrouble;
import dev.sextant.run.output.OutputFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.FileVisitor;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The folder of one attempt: `runs/0000/000017`, for the second attempt `runs/0000/000017.2`.
///
/// @param path absolute
/// @param checkpoint the folder to resume from and save to, the same for all attempts at a trial; the program makes it
public record RunFolder(Path path, Path checkpoint) {
    private static final int FOLDERS_TOGETHER = 1000;
    private static final String PARAMETERS = "params.json";
    private static final String RESULT = "result.json";
    private static final String STDOUT = "stdout";
    private static final String STDERR = "stderr";
    private static final String CHECKPOINT = "checkpoint";
    private static final String DRAFT = "checkpoint.partial";
    private static final Set<String> OWN = Set.of(PARAMETERS, RESULT, CHECKPOINT, DRAFT);

    /// The place of an attempt; nothing is made yet.
    ///
    /// @param runs absolute path of the folder `runs` of a study
    public static RunFolder of(Path runs, int trial, int attempt) {
        return of(runs, runs, trial, attempt);
    }

    /// As the other, with a checkpoint that lies in another folder.
    ///
    /// @param checkpoints absolute path of the folder of all checkpoints of a study
    static RunFolder of(Path runs, Path checkpoints, int trial, int attempt) {
        var first = padded(trial / FOLDERS_TOGETHER, 4) + "/" + padded(trial, 6);
        return new RunFolder(runs.resolve(attempt <= 1 ? first : first + "." + attempt), checkpoints.resolve(first).resolve(CHECKPOINT));
    }

    /// Whether a name in the folder is one that Sextant itself uses.
    public static boolean isOwn(String name) {
        return OWN.contains(name) || OutputFile.isPiece(STDOUT, name) || OutputFile.isPiece(STDERR, name);
    }

    private static String padded(int number, int width) {
        var digits = Integer.toString(number);
        return "0".repeat(Math.max(0, width - digits.length())) + digits;
    }

    Path parameters() {
        return path.resolve(PARAMETERS);
    }

    Path result() {
        return path.resolve(RESULT);
    }

    /// What the program printed.
    public Path stdout() {
        return path.resolve(STDOUT);
    }

    /// What the program printed on its other stream.
    public Path stderr() {
        return path.resolve(STDERR);
    }

    /// Whether the attempt was prepared here.
    public boolean isMade() {
        return Files.exists(parameters());
    }

    /// Makes the folder, without anything that an earlier life of the same attempt may have left, but for checkpoints.
    void make() throws IOException {
        try {
            Files.createDirectory(path);
        } catch (NoSuchFileException noParent) {
            Files.createDirectories(path);
        } catch (FileAlreadyExistsException leftOver) {
            clear();
            Files.createDirectories(path);
        }
        if (!checkpoint.startsWith(path)) {
            Files.createDirectories(checkpoint.resolveSibling(""));
        }
    }

    /// Gives the trial the checkpoint of another one to go on from, unless it has one of its own already.
    ///
    /// @return whether the trial has a checkpoint now; not so if the other one has none
    boolean inherit(RunFolder parent) throws IOException {
        if (Files.exists(checkpoint)) {
            return true;
        }
        if (Files.notExists(parent.checkpoint)) {
            return false;
        }
        Files.createDirectories(checkpoint.resolveSibling(""));
        CheckpointCopy.make(parent.checkpoint, checkpoint.resolveSibling(DRAFT), checkpoint);
        return true;
    }

    /// Deletes a folder and all in it, or a file, as it is met on a walk.
    public static FileVisitor<Path> deletion() {
        return new Deletion(Optional.empty());
    }

    /// Deletes the folder and all in it, and the checkpoint; a file that cannot be deleted stays.
    ///
    /// @throws UncheckedIOException if it cannot be read
    void delete() {
        try {
            Files.walkFileTree(path, deletion());
            Files.walkFileTree(checkpoint, deletion());
        } catch (IOException failed) {
            throw new UncheckedIOException("The run folder '%s' cannot be deleted: %s.".formatted(path, FileTrouble.text(failed)), failed);
        }
    }

    private void clear() throws IOException {
        Files.walkFileTree(path, new Deletion(Optional.of(checkpoint)));
    }

    /// Deletes what it meets except `spared`, and never follows a link.
    private static final class Deletion extends SimpleFileVisitor<Path> {
        private final Optional<Path> spared;

        Deletion(Optional<Path> spared) {
            this.spared = spared;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return spared.filter(folder::equals).isPresent() ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) throws IOException {
            if (spared.filter(kept -> kept.startsWith(folder) && Files.exists(kept)).isEmpty()) {
                Files.deleteIfExists(folder);
            }
            return FileVisitResult.CONTINUE;
        }
    }
}
