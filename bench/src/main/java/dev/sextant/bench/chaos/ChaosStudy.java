package dev.sextant.bench.chaos;

import dev.sextant.wire.http.ServerAddress;
import dev.sextant.wire.http.ServerAwayException;
import dev.sextant.wire.http.ServerClient;
import dev.sextant.wire.tree.JsonWriter;
import java.net.URI;
import java.nio.file.Path;

/// The study that is disturbed. Its programs write down their value, which no other attempt has, before they print it. Duplicates are
/// allowed: else a configuration that was enqueued twice would be refused, and nobody would see it.
///
/// @param values the file in which they write it down
/// @param budget complete trials
/// @param shortest milliseconds that a program takes; others take two, three and four times as long
record ChaosStudy(Path values, int budget, int shortest) {
    static final String NAME = "chaos";

    /// Makes it as soon as the server is there.
    void create(URI server) throws InterruptedException {
        var post = new ServerClient.Post("/api/v1/studies", form(), "create");
        try (var client = new ServerClient(ServerAddress.of(server.toString()))) {
            while (!isDone(client, post)) {
                Pause.of(100);
            }
        }
    }

    private String program() {
        return """
                ms=$(((SEXTANT_TRIAL %% 4 + 1) * %d)); sleep $((ms / 1000)).$(printf %%03d $((ms %% 1000)))
                now=$(date +%%s.%%N); value=0.${now##*.}$$1
                echo "$SEXTANT_TRIAL $SEXTANT_ATTEMPT $value $now $SEXTANT_RUN_DIR" >> '%s'; echo loss=$value""".formatted(shortest, values);
    }

    private String form() {
        var json = new JsonWriter().startObject().name("study").text(NAME);
        json.name("space").startObject().name("x").startObject().name("real").startList().number(0).number(1).endList().endObject().endObject();
        json.name("objective").startObject().name("metric").text("loss").name("goal").text("min").endObject();
        json.name("strategy").text("random").name("seed").whole(1).name("duplicates").text("allow:3");
        json.name("budget").startObject().name("trials").whole(budget).endObject();
        json.name("trial").startObject().name("grace").text("1s").endObject();
        json.name("command").startList().text("sh").text("-c").text(program()).text("sh").endList();
        return json.endObject().finish();
    }

    private static boolean isDone(ServerClient client, ServerClient.Post post) throws InterruptedException {
        try {
            client.post(post);
            return true;
        } catch (ServerAwayException notYet) {
            return false;
        }
    }
}
