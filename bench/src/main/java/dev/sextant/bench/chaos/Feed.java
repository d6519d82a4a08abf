package dev.sextant.bench.chaos;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// The events of the study as somebody hears them who asks again and again for those behind the last. Of one thread, but for [#complete].
final class Feed implements AutoCloseable {
    private static final Pattern LISTED = Pattern.compile("\\{\"position\":\\d+,.*?}(?=,\\{\"position\":|],\"next\":)");
    private static final int AT_ONCE = 10_000;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<String> heard = new ArrayList<>();
    private final AtomicInteger complete = new AtomicInteger();

    /// Notes the events that there are now, if the server tells.
    ///
    /// @return whether it did
    boolean listen(URI server) throws InterruptedException {
        try {
            var events = server.resolve("/api/v1/studies/%s/events?from=%d&limit=%d".formatted(ChaosStudy.NAME, heard.size(), AT_ONCE));
            var answer = client.send(HttpRequest.newBuilder(events).timeout(PATIENCE).build(), BodyHandlers.ofString());
            LISTED.matcher(answer.body()).results().map(MatchResult::group).forEach(this::hear);
            return answer.statusCode() < 300;
        } catch (IOException away) {
            return false;       // it was just killed or frozen, or the line broke
        }
    }

    /// All that was heard so far.
    List<String> heard() {
        return heard;
    }

    private void hear(String event) {
        heard.add(event);
        if (event.contains("\"event\":\"ended\"") && event.contains("\"outcome\":\"complete\"")) {
            complete.incrementAndGet();
        }
    }

    /// How many trials are complete. Of any thread.
    int complete() {
        return complete.get();
    }

    @Override
    public void close() {
        client.close();
    }
}
