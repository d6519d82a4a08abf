package dev.sextant.run.join;

import dev.sextant.wire.http.ServerAwayException;
import dev.sextant.wire.http.ServerClient.Post;
import dev.sextant.wire.http.ServerRefusedException;
import dev.sextant.wire.tree.JsonWriter;
import dev.sextant.wire.tree.Node;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/// What trials of this worker have printed, sent when somebody at the server wants to read it. What others ran, they send.
record WantedOutput(Membership membership, Connection connection) {
    private static final int MOST_BYTES = 64 << 10;

    /// @param what `{"study":"s","trial":7,"attempt":1,"stream":"stdout","from":0}`
    void send(Node.Obj what) {
        try {
            var owed = new Owed(text(what, "study"), (int) whole(what, "trial"), (int) whole(what, "attempt"));
            var folder = membership.runFolder(owed);
            if (folder.isPresent()) {
                send(what, owed, folder.get());
            }
        } catch (ServerAwayException | ServerRefusedException | IOException _) {
            // Whoever wanted it will ask again, or hear that nobody has it.
        }
    }

    private void send(Node.Obj what, Owed owed, Path folder) throws IOException {
        var stream = text(what, "stream").equals("stderr") ? "stderr" : "stdout";
        long from = whole(what, "from");
        var bytes = bytes(folder.resolve(stream), from);
        var json = new JsonWriter().startObject();
        owed.write(json);
        json.name("stream").text(stream).name("from").whole(from).name("text").text(StandardCharsets.UTF_8.decode(bytes.duplicate()).toString());
        connection.post(new Post(membership.path("output"), json.name("next").whole(from + bytes.remaining()).endObject().finish(), UUID.randomUUID().toString()));
    }

    /// Some bytes, without the beginning of a character whose end is not there yet.
    private static ByteBuffer bytes(Path file, long from) throws IOException {
        var bytes = ByteBuffer.allocate(MOST_BYTES);
        if (Files.exists(file)) {
            try (var channel = FileChannel.open(file)) {
                channel.read(bytes, from);
            }
        }
        bytes.flip();
        int end = bytes.limit();
        for (int back = 1; back <= Math.min(3, end); back++) {
            int begin = bytes.get(end - back) & 0xFF;
            if (begin >= 0xC0) {
                int length = begin >= 0xF0 ? 4 : begin >= 0xE0 ? 3 : 2;
                return length > back && end > back ? bytes.limit(end - back) : bytes;
            }
        }
        return bytes;
    }

    private static String text(Node.Obj what, String member) {
        return what.find(member).map(Node.Member::value).map(n -> n instanceof Node.Text(String text, _) ? text : "").orElse("");
    }

    private static long whole(Node.Obj what, String member) {
        return what.find(member).map(Node.Member::value).map(n -> n instanceof Node.Num number && number.isWhole() ? Long.parseLong(number.literal()) : 0).orElse(0L);
    }
}
