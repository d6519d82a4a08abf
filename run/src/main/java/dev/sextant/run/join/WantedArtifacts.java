package dev.sextant.run.join;

import dev.sextant.wire.http.ServerAwayException;
import dev.sextant.wire.http.ServerRefusedException;
import dev.sextant.wire.tree.Node;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/// Artifacts that somebody at the server wants now: sent beside all else, some attempts at a time, each once. Thread-safe.
final class WantedArtifacts {
    private static final int AT_ONCE = 4;

    private final Membership membership;
    private final ArtifactPost post;
    private final StagedArtifacts staged;
    private final Connection connection;
    private final Set<Owed> underWay = ConcurrentHashMap.newKeySet();
    private final Semaphore turns = new Semaphore(AT_ONCE);

    WantedArtifacts(Membership membership, ArtifactPost post, StagedArtifacts staged, Connection connection) {
        this.membership = membership;
        this.post = post;
        this.staged = staged;
        this.connection = connection;
    }

    /// Sends what this worker has of an attempt, if it ran here and is not being sent.
    ///
    /// @param patterns which files are artifacts
    void send(Owed owed, List<String> patterns) {
        if (underWay.add(owed)) {
            Thread.ofVirtual().name("artifacts of " + owed).start(() -> sendInTurn(owed, patterns));
        }
    }

    private void sendInTurn(Owed owed, List<String> patterns) {
        try {
            turns.acquire();
            try {
                var folder = folder(owed);
                if (folder.isPresent()) {
                    post.send(owed, folder.get(), patterns);
                }
            } finally {
                turns.release();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (ServerAwayException _) {
            // Whoever wants it will ask again.
        } catch (IOException | UncheckedIOException | ServerRefusedException | IllegalArgumentException failed) {
            connection.say("What %s left cannot be sent: %s".formatted(owed, failed.getMessage()));
        } finally {
            underWay.remove(owed);
        }
    }

    private Optional<Path> folder(Owed owed) throws IOException {
        var run = membership.runFolder(owed);
        return run.isPresent() ? run : staged.find(owed);
    }

    /// Whether an attempt and patterns of files are named, as in `{"study":"s","trial":7,"attempt":1,"files":["*.pt"]}`.
    void send(Node.Obj what) {
        if (what.find("study").map(Node.Member::value).orElse(what) instanceof Node.Text(String study, _)
                && what.find("files").map(Node.Member::value).orElse(what) instanceof Node.Arr files) {
            send(new Owed(study, whole(what, "trial"), whole(what, "attempt")),
                    files.items().stream().map(file -> file instanceof Node.Text(String text, _) ? text : "").toList());
        }
    }

    private static int whole(Node.Obj what, String member) {
        return what.find(member).map(Node.Member::value).orElse(what) instanceof Node.Num number && number.isWhole() && number.literal().length() < 10
                ? Integer.parseInt(number.literal()) : -1;
    }
}
