package dev.sextant.server.api;

import dev.sextant.server.request.Request;
import dev.sextant.wire.text.DurationText;
import dev.sextant.wire.tree.Source;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What somebody who asks for trials says besides: how many, of what, and how long he would wait.
///
/// @param patience how long the answer may be kept back
/// @param worker in whose name trials are asked
/// @param studies the only ones he wants; empty for any
/// @param without those that he cannot use
/// @param commands whether only studies with a command are meant
record Wish(int count, Duration patience, Optional<String> worker, List<String> studies, List<String> without,
        boolean commands) {
    /// The longest that an answer is kept back.
    static final Duration LONGEST = Duration.ofMinutes(1);
    private static final int MOST = 1_000;
    private static final int LONGEST_NAME = 100;

    /// Reads those members of a request that may stand there.
    static Wish of(Request request, String... known) {
        request.allowOnly(known);
        return new Wish((int) request.whole("count", 1, MOST, 1), patience(request), worker(request), request.texts("studies"),
                request.texts("without"), request.bool("commands"));
    }

    private static Duration patience(Request request) {
        var wait = request.maybeText("wait").map(text -> DurationText.read(Source.argument("wait", text))).orElse(Duration.ZERO);
        if (wait.compareTo(LONGEST) > 0) {
            throw request.wrongMember("wait", "a duration of at most 1m, such as \"30s\"");
        }
        return wait;
    }

    private static Optional<String> worker(Request request) {
        var worker = request.maybeText("worker");
        if (worker.filter(name -> name.length() > LONGEST_NAME).isPresent()) {
            throw request.wrongMember("worker", "a text of 1 to %d characters".formatted(LONGEST_NAME));
        }
        return worker;
    }
}
