package dev.sextant.run.join;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import dev.sextant.model.study.Artifacts;
import dev.sextant.model.study.FilePattern;
import dev.sextant.run.artifact.LeftFiles;
import dev.sextant.run.output.FileTrouble;
import dev.sextant.run.worker.RunFolder;
import dev.sextant.wire.http.ServerAwayException;
import dev.sextant.wire.http.ServerRefusedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/// Artifacts that the server is to have without being asked: a folder an attempt, made before its end is told and deleted when all that the server wants
/// of it was sent. They are links, so that nothing is lost when the run folder is deleted. Thread-safe.
final class StagedArtifacts {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);
    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(2);
    private static final Pattern NAME = Pattern.compile("(.+)@(\\d{1,9})\\.(\\d{1,9})");
    private static final String PATTERNS = "patterns";
    private static final String FILES = "files";

    private final Path folder;
    private final Outbox outbox;
    private final Connection connection;
    private final ArtifactPost post;
    private final Set<Owed> givenUp = ConcurrentHashMap.newKeySet();
    private final Thread sending = Thread.ofVirtual().name("sends artifacts").unstarted(this::send);

    /// @param folder that no other process uses
    StagedArtifacts(Path folder, Outbox outbox, Connection connection, ArtifactPost post) {
        this.folder = folder;
        this.outbox = outbox;
        this.connection = connection;
        this.post = post;
    }

    private Path place(Owed owed) {
        return folder.resolve("%s@%d.%d".formatted(owed.study(), owed.trial(), owed.attempt()));
    }

    /// The files of an attempt that wait.
    Optional<Path> find(Owed owed) {
        return Optional.of(place(owed).resolve(FILES)).filter(Files::isDirectory);
    }

    /// Puts aside what an attempt left, as a whole or not at all. If that is not possible, the user reads of it, and the trial is told all the same.
    void stage(Owed owed, Path run, Artifacts named) {
        var draft = folder.resolve(UUID.randomUUID() + ".draft");
        try {
            var left = LeftFiles.in(run, named);
            if (!left.paths().isEmpty()) {
                link(left, draft.resolve(FILES));
                Files.write(draft.resolve(PATTERNS), named.files().stream().map(FilePattern::text).toList());
                delete(place(owed));
                Files.move(draft, place(owed), ATOMIC_MOVE);
            }
        } catch (IOException | UncheckedIOException | IllegalArgumentException failed) {
            connection.say("The artifacts of %s cannot be kept for the server: %s.".formatted(owed, failed instanceof IOException io ? FileTrouble.text(io) : failed.getMessage()));
        }
    }

    private static void link(LeftFiles left, Path to) throws IOException {
        for (var file : left.paths().entrySet()) {
            var place = to.resolve(file.getKey());
            Files.createDirectories(place.getParent());
            try {
                Files.createLink(place, file.getValue());
            } catch (IOException | UnsupportedOperationException _) {
                Files.copy(file.getValue(), place);
            }
        }
    }

    /// Begins to send, first what an earlier worker in this folder left.
    void begin() {
        sending.start();
    }

    /// How many attempts wait; those that could not be sent wait for the next start.
    int unsent() {
        return waiting().size();
    }

    private List<Owed> waiting() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var all = Files.list(folder)) {
            return all.map(place -> NAME.matcher(place.getFileName().toString())).filter(m -> m.matches())
                    .map(m -> new Owed(m.group(1), Integer.parseInt(m.group(2)), Integer.parseInt(m.group(3))))
                    .filter(owed -> !givenUp.contains(owed)).toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void send() {
        try {
            clear();
            while (connection.over().isEmpty()) {
                // The server knows what is best only when it has heard how the trial ended.
                var next = waiting().stream().filter(owed -> outbox.find(owed).isEmpty()).findFirst();
                if (connection.isAway() || next.isEmpty()) {
                    connection.rest(LOOK_AGAIN);
                } else {
                    send(next.get());
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (IOException | UncheckedIOException broken) {
            connection.say("The artifacts in '%s' cannot be sent: %s.".formatted(folder, broken.getMessage()));
        }
    }

    private void send(Owed owed) throws InterruptedException {
        try {
            post.send(owed, place(owed).resolve(FILES), Files.readAllLines(place(owed).resolve(PATTERNS)));
            delete(place(owed));
        } catch (ServerAwayException _) {
            connection.rest(AFTER_TROUBLE);
        } catch (IOException | UncheckedIOException | IllegalArgumentException | ServerRefusedException failed) {
            giveUp(owed, failed);
        }
    }

    /// A study that is gone wants nothing; anything else may be mended.
    private void giveUp(Owed owed, Exception why) {
        boolean isGone = why instanceof ServerRefusedException refused && refused.code().startsWith("unknown_");
        connection.say("The artifacts of %s are not sent: %s%s".formatted(owed, why.getMessage(),
                isGone ? "" : "\nThey are kept in '%s', and tried again when this worker is started again.".formatted(place(owed))));
        if (isGone) {
            delete(place(owed));
        }
        givenUp.add(owed);
    }

    /// What a killed worker had not put aside as a whole.
    private void clear() throws IOException {
        if (Files.isDirectory(folder)) {
            try (var all = Files.newDirectoryStream(folder, "*.draft")) {
                for (var draft : all) {
                    delete(draft);
                }
            }
        }
    }

    private static void delete(Path place) {
        try {
            if (Files.exists(place)) {
                Files.walkFileTree(place, RunFolder.deletion());
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    void end() {
        sending.interrupt();
    }
}
