package dev.sextant.server.artifact;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import dev.sextant.model.trial.Artifact;
import dev.sextant.wire.file.Digests;
import dev.sextant.wire.tree.JsonReader;
import dev.sextant.wire.tree.JsonWriter;
import dev.sextant.wire.tree.Node;
import dev.sextant.wire.tree.Source;
import dev.sextant.wire.trial.ArtifactForm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/// What workers have sent of the artifacts of one study: for each attempt a list of what it left, and the files themselves, each once, by
/// what it holds.
///
/// A file comes in parts and is there only after its digest was found right; what came of it stays when the process is killed, so that the next part
/// goes on behind it. Thread-safe, as long as one process writes.
///
/// @param folder which is made when something comes
public record BroughtArtifacts(Path folder) {
    private static final List<ReentrantLock> WRITING = Stream.generate(ReentrantLock::new).limit(64).toList();
    private static final String FILES = "files";

    /// What an attempt left.
    ///
    /// @param patterns that its study named when somebody looked
    public record Listing(List<String> patterns, List<Artifact> artifacts) {
        public Listing {
            patterns = List.copyOf(patterns);
            artifacts = List.copyOf(artifacts);
        }

        /// The one of a name.
        public Optional<Artifact> find(String name) {
            return artifacts.stream().filter(artifact -> artifact.name().equals(name)).findFirst();
        }
    }

    private Path listing(int trial, int attempt) {
        return folder.resolve("lists").resolve("%06d.%d.json".formatted(trial, attempt));
    }

    private Path file(String sha256) {
        return folder.resolve(FILES).resolve(Artifact.checked(sha256));
    }

    private Path part(String sha256) {
        return folder.resolve(FILES).resolve(Artifact.checked(sha256) + ".part");
    }

    /// What an attempt left; empty if no worker has said.
    public Optional<Listing> list(int trial, int attempt) {
        var file = listing(trial, attempt);
        try {
            return Files.exists(file) ? Optional.of(read(Source.file(file.toString(), Files.readString(file)))) : Optional.empty();
        } catch (IOException failed) {
            throw trouble(failed);
        }
    }

    private static Listing read(Source source) {
        if (JsonReader.read(source) instanceof Node.Obj object && object.find(FILES).map(Node.Member::value).orElse(object) instanceof Node.Arr patterns) {
            return new Listing(patterns.items().stream().map(p -> p instanceof Node.Text(String text, _) ? text : "").toList(),
                    ArtifactForm.read(object.find("artifacts").map(Node.Member::value).orElse(object)));
        }
        throw source.start().error("This is no list of artifacts.\nDelete it; the worker is then asked again.");
    }

    /// Keeps what an attempt left, instead of what was known of it.
    public void keep(int trial, int attempt, Listing listing) {
        var json = new JsonWriter().startObject().name(FILES).texts(listing.patterns()).name("artifacts");
        ArtifactForm.write(listing.artifacts(), json);
        var file = listing(trial, attempt);
        var draft = file.resolveSibling(UUID.randomUUID() + ".draft");
        try {
            Files.createDirectories(draft.getParent());
            Files.writeString(draft, json.endObject().finish() + "\n");
            Files.move(draft, file, ATOMIC_MOVE, REPLACE_EXISTING);
        } catch (IOException failed) {
            throw trouble(failed);
        }
    }

    /// The file of an artifact, if all of it came.
    public Optional<Path> find(Artifact artifact) {
        return Optional.of(file(artifact.sha256())).filter(Files::isRegularFile);
    }

    /// How many bytes of an artifact have come.
    public long have(Artifact artifact) {
        try {
            var part = part(artifact.sha256());
            return find(artifact).isPresent() ? artifact.size() : Files.exists(part) ? Files.size(part) : 0;
        } catch (IOException failed) {
            throw trouble(failed);
        }
    }

    /// Takes a part of an artifact, if it begins where the last one ended.
    ///
    /// @return how many bytes have come now
    /// @throws IllegalArgumentException if it is more than all of it, or all of it is not what it should be; what came is thrown away then
    public long take(Artifact artifact, long from, byte[] bytes) {
        var lock = WRITING.get(Math.floorMod(part(artifact.sha256()).hashCode(), WRITING.size()));
        lock.lock();
        try {
            long have = have(artifact);
            if (from == have && find(artifact).isEmpty()) {
                append(artifact, from, bytes);
            }
            return have(artifact);
        } catch (IOException failed) {
            throw trouble(failed);
        } finally {
            lock.unlock();
        }
    }

    private void append(Artifact artifact, long from, byte[] bytes) throws IOException {
        var part = part(artifact.sha256());
        Files.createDirectories(part.getParent());
        boolean isAll = from + bytes.length >= artifact.size();
        try (var channel = FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            var left = ByteBuffer.wrap(bytes);
            while (left.hasRemaining()) {
                channel.write(left, from + left.position());
            }
            channel.force(isAll);
        }
        if (isAll) {
            finish(artifact, part);
        }
    }

    private void finish(Artifact artifact, Path part) throws IOException {
        if (Files.size(part) != artifact.size() || !Digests.sha256(part).equals(artifact.sha256())) {
            Files.delete(part);
            throw new IllegalArgumentException("What came of the artifact '%s' is not what was announced: size or digest is another one.\nSend it again from its beginning."
                    .formatted(artifact.name()));
        }
        Files.move(part, file(artifact.sha256()), ATOMIC_MOVE);
    }

    private UncheckedIOException trouble(IOException failed) {
        return new UncheckedIOException(new IOException("The artifacts in '%s' cannot be kept or read: %s.".formatted(folder, failed), failed));
    }
}
