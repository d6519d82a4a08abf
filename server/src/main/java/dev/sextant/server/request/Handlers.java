package dev.sextant.server.request;

import dev.sextant.wire.tree.JsonWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// Every kind of request and who does it.
public final class Handlers {
    private static final LinkedHashMap<String, Handler> BY_KIND = new LinkedHashMap<>();

    static {
        BY_KIND.put("create", new Create());
        BY_KIND.put("ask", new Ask());
        BY_KIND.put("report", new Report());
        BY_KIND.put("tell", new Tell());
        BY_KIND.put("best", new Best());
        BY_KIND.put("trials", new Trials());
        BY_KIND.put("importance", new Importance());
        BY_KIND.put("enqueue", new Enqueue());
        BY_KIND.put("prioritise", new Prioritise());
        BY_KIND.put("note", new Note());
        BY_KIND.put("queue", new Queue());
        BY_KIND.put("finished", new Finished());
        BY_KIND.put("add", new Add());
        BY_KIND.put("stop", new Stop());
        BY_KIND.put("pause", new Pause());
        BY_KIND.put("resume", new Resume());
        BY_KIND.put("retry", new Retry());
        BY_KIND.put("delete", new Delete());
        BY_KIND.put("change", new Change());
        BY_KIND.put("show", new Show());
    }

    /// What requests are called.
    public static final List<String> KINDS = List.copyOf(BY_KIND.sequencedKeySet());

    private Handlers() {}

    /// Does a request and writes the members of its answer.
    ///
    /// @throws RuntimeException if it cannot be done; [Refusal] makes an error of it, and what was written is to be thrown away
    public static void answer(Request request, Session session, JsonWriter answer) {
        Optional.ofNullable(BY_KIND.get(request.kind())).orElseThrow().answer(request, session, answer);
    }
}
