package dev.sextant.server.http;

import dev.sextant.server.access.Identity;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/// Remembers answers by their `Idempotency-Key`: whoever did not hear an answer may send the same request again, and it is
/// done once. Whoever comes while it is being done waits for it. What was refused has done nothing, and is tried again. The
/// last [#MOST] keys are remembered, as long as the process lives. Thread-safe.
final class Repeats {
    /// How many keys are remembered.
    static final int MOST = 20_000;
    /// The longest key, in characters.
    static final int LONGEST = 200;

    /// How long their answers may be together.
    static final long MOST_BYTES = 64L << 20;

    private final SequencedMap<String, Once> known = new LinkedHashMap<>();
    private long bytes;

    private record Once(String digest, CompletableFuture<Reply> reply) {}

    /// The answer to a request.
    ///
    /// @param key of the request; that of another caller is another key
    /// @param doing has it done; not called if it was done before
    /// @throws HttpRefusedException if the key was used for another request
    Reply answer(String key, Identity who, Incoming incoming, Supplier<Reply> doing) {
        if (key.isEmpty() || key.length() > LONGEST) {
            throw new HttpRefusedException(400, "wrong_form", "An Idempotency-Key has 1 to %d characters.".formatted(LONGEST));
        }
        var mine = new Once(digest(incoming), new CompletableFuture<>());
        var name = who.name() + " " + key;
        var before = remember(name, mine);
        if (before.isEmpty()) {
            return done(name, mine, doing);
        }
        var first = before.get();
        if (!first.digest().equals(mine.digest())) {
            throw new HttpRefusedException(409, "conflict",
                    "The Idempotency-Key '%s' was used for another request.\nUse a new one for each request.".formatted(key));
        }
        return joined(first);
    }

    private synchronized Optional<Once> remember(String key, Once mine) {
        return Optional.ofNullable(known.putIfAbsent(key, mine));
    }

    private synchronized void forget(String key) {
        known.remove(key);
    }

    /// Forgets the oldest answers that there is no room for, now that one more is there.
    private synchronized void trim(long more) {
        bytes += more;
        while (known.size() > MOST || (bytes > MOST_BYTES && known.size() > 1)) {
            var oldest = known.pollFirstEntry().getValue().reply();
            bytes -= oldest.isDone() && !oldest.isCompletedExceptionally() ? length(oldest.join()) : 0;
        }
    }

    private static long length(Reply reply) {
        return reply instanceof Reply.Document document ? document.bytes().length : 0;
    }

    private Reply done(String key, Once mine, Supplier<Reply> doing) {
        try {
            var reply = doing.get();
            mine.reply().complete(reply);
            trim(length(reply));
            return reply;
        } catch (RuntimeException refused) {
            forget(key);
            mine.reply().completeExceptionally(refused);
            throw refused;
        }
    }

    private static Reply joined(Once first) {
        try {
            return first.reply().join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException refused) {
                throw refused;
            }
            throw failed;
        }
    }

    private static String digest(Incoming incoming) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            sha.update((incoming.method() + " " + incoming.path() + "?" + incoming.query() + "\n").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sha.digest(incoming.body()));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256.", impossible);
        }
    }
}
