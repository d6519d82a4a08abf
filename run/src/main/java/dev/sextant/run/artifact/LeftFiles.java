package dev.sextant.run.artifact;

import dev.sextant.model.study.Artifacts;
import dev.sextant.model.trial.Artifact;
import dev.sextant.run.output.FileTrouble;
import dev.sextant.run.worker.RunFolder;
import dev.sextant.wire.file.Digests;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;

/// The artifacts in a run folder, as they are now: regular files whose names the study wants, but none of Sextant's own.
///
/// A link counts as the file that it leads to if that lies in the run folder, too; what it leads to elsewhere is no artifact. Links to
/// folders are not followed.
///
/// @param paths of the files by their names, in the order of these
public record LeftFiles(SequencedMap<String, Path> paths) {
    private static final int MOST = 10_000;

    public LeftFiles {
        paths = Collections.unmodifiableSequencedMap(new TreeMap<>(paths));
    }

    /// Looks into a run folder; there is nothing in one that is not there.
    ///
    /// @throws IllegalArgumentException with a message for the user, if there are too many
    /// @throws UncheckedIOException if it cannot be read
    public static LeftFiles in(Path folder, Artifacts wanted) {
        if (wanted.files().isEmpty() || !Files.isDirectory(folder)) {
            return new LeftFiles(new TreeMap<>());
        }
        try {
            var search = new Search(folder.toRealPath(), wanted);
            Files.walkFileTree(search.folder, search);
            return new LeftFiles(search.found);
        } catch (IOException failed) {
            throw new UncheckedIOException("The artifacts in '%s' cannot be read: %s.".formatted(folder, FileTrouble.text(failed)), failed);
        }
    }

    /// One of them.
    public Optional<Path> find(String name) {
        return Optional.ofNullable(paths.get(name));
    }

    /// All of them, with what they hold. Reads them, unless that is known.
    ///
    /// @throws UncheckedIOException if one cannot be read
    public List<Artifact> described(Digests digests) {
        return paths.entrySet().stream().map(entry -> {
            var known = digests.of(entry.getValue());
            return new Artifact(entry.getKey(), known.size(), known.sha256());
        }).toList();
    }

    private static final class Search extends SimpleFileVisitor<Path> {
        private final Path folder;
        private final Artifacts wanted;
        private final SequencedMap<String, Path> found = new TreeMap<>();

        /// @param folder without links
        Search(Path folder, Artifacts wanted) {
            this.folder = folder;
            this.wanted = wanted;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path place, BasicFileAttributes attributes) {
            return isOwn(place) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            var name = folder.relativize(file).toString();
            if (!isOwn(file) && wanted.include(name)) {
                target(file, attributes).ifPresent(target -> found.put(name, target));
            }
            if (found.size() > MOST) {
                throw new IllegalArgumentException("There are more than %d artifacts in '%s'.\nName fewer of its files, or let the program pack them into one."
                        .formatted(MOST, folder));
            }
            return FileVisitResult.CONTINUE;
        }

        private boolean isOwn(Path file) {
            return RunFolder.isOwn(folder.relativize(file).getName(0).toString());
        }

        private Optional<Path> target(Path file, BasicFileAttributes attributes) throws IOException {
            if (!attributes.isSymbolicLink()) {
                return attributes.isRegularFile() ? Optional.of(file) : Optional.empty();
            }
            if (!Files.isRegularFile(file)) {
                return Optional.empty();
            }
            var target = file.toRealPath();
            boolean isInside = target.startsWith(folder) && !isOwn(target) && Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS);
            return isInside ? Optional.of(target) : Optional.empty();
        }

        /// What has gone meanwhile is no artifact.
        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
            if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                throw failure;
            }
            return FileVisitResult.CONTINUE;
        }
    }
}
