package dev.sextant.run.join;

import dev.sextant.model.study.Artifacts.Bring;
import dev.sextant.model.study.Artifacts;
import dev.sextant.model.study.FilePattern;
import dev.sextant.model.trial.Artifact;
import dev.sextant.run.artifact.LeftFiles;
import dev.sextant.wire.file.Digests;
import dev.sextant.wire.http.ServerClient.Post;
import dev.sextant.wire.http.ServerRefusedException;
import dev.sextant.wire.tree.JsonWriter;
import dev.sextant.wire.tree.Node;
import dev.sextant.wire.trial.ArtifactForm;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/// Tells the server what an attempt left, and sends those of its files that the server wants, in parts. Thread-safe.
///
/// @param digests of files that were looked at
record ArtifactPost(Membership membership, Connection connection, Digests digests) {
    private static final int PART = 4 << 20;
    /// With the last part of a large file the server reads all of it.
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /// A file that the server has a part of, or nothing yet.
    private record Wish(Artifact artifact, long from) {}

    /// Sends what is wanted of the files in a folder.
    ///
    /// @param patterns which files are artifacts
    /// @throws dev.sextant.wire.http.ServerAwayException if there was no answer; what was sent is kept there
    /// @throws ServerRefusedException if the server does not take it
    /// @throws IOException if a file cannot be read, or changes meanwhile
    void send(Owed owed, Path folder, List<String> patterns) throws IOException {
        var left = LeftFiles.in(folder, new Artifacts(patterns.stream().map(FilePattern::new).toList(), Bring.REQUEST, Long.MAX_VALUE));
        var artifacts = left.described(digests);
        for (var wish : wishes(announce(owed, patterns, artifacts), artifacts)) {
            send(owed, wish, left.find(wish.artifact().name()).orElseThrow());
        }
    }

    private Node.Obj announce(Owed owed, List<String> patterns, List<Artifact> artifacts) {
        var json = new JsonWriter().startObject();
        owed.write(json);
        ArtifactForm.write(artifacts, json.name("files").texts(patterns).name("artifacts"));
        return connection.post(new Post(membership.path("artifacts"), json.endObject().finish(), UUID.randomUUID().toString()));
    }

    private static List<Wish> wishes(Node.Obj answer, List<Artifact> artifacts) {
        return answer.find("send").map(Node.Member::value).orElse(answer) instanceof Node.Arr list
                ? list.items().stream().flatMap(item -> artifacts.stream().filter(a -> item instanceof Node.Obj wish && wish.find("sha256").map(Node.Member::value)
                        .filter(n -> n instanceof Node.Text(String text, _) && text.equals(a.sha256())).isPresent()).limit(1)
                        .map(a -> new Wish(a, whole(item, "from")))).toList() : List.of();
    }

    private static long whole(Node node, String member) {
        return node instanceof Node.Obj object && object.find(member).map(Node.Member::value).orElse(object) instanceof Node.Num number ? Long.parseLong(number.literal()) : 0;
    }

    /// What is there of an earlier try may be damaged: then it is sent once more from its beginning.
    private void send(Owed owed, Wish wish, Path file) throws IOException {
        try {
            send(owed, wish.artifact(), file, wish.from());
        } catch (ServerRefusedException refused) {
            if (wish.from() == 0 || !refused.code().equals("not_allowed")) {
                throw refused;
            }
            send(owed, wish.artifact(), file, 0);
        }
    }

    private void send(Owed owed, Artifact artifact, Path file, long from) throws IOException {
        var path = "%s/%s?study=%s&trial=%d&attempt=%d&from=".formatted(membership.path("artifacts"), artifact.sha256(), owed.study(), owed.trial(), owed.attempt());
        long have = from;
        try (var channel = FileChannel.open(file)) {
            do {
                var part = part(channel, have, artifact);
                long begin = have;
                have = whole(connection.speak(() -> connection.client().send(path + begin, part, PATIENCE)), "have");
            } while (have < artifact.size());
        }
    }

    private static byte[] part(FileChannel channel, long from, Artifact artifact) throws IOException {
        var part = ByteBuffer.allocate((int) Math.min(PART, artifact.size() - from));
        int count = 0;
        while (part.hasRemaining() && count >= 0) {
            count = channel.read(part, from + part.position());
        }
        if (part.hasRemaining()) {
            throw new IOException("the artifact '%s' became shorter while it was sent".formatted(artifact.name()));
        }
        return Arrays.copyOf(part.array(), part.position());
    }
}
