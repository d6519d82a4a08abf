package dev.sextant.server.api;

import dev.sextant.server.http.Action;
import dev.sextant.server.http.Reply;
import dev.sextant.server.http.Visit;
import dev.sextant.server.request.ErrorCode;
import dev.sextant.server.request.Handlers;
import dev.sextant.server.request.Request;
import dev.sextant.server.request.RequestRefusedException;
import dev.sextant.wire.lines.Exchange;
import dev.sextant.wire.tree.JsonWriter;
import dev.sextant.wire.tree.Node;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Does what can be asked through every door. A study that another process of this machine runs is reached through that
/// process, if it listens.
///
/// @param status of an answer
/// @param reading makes the request
record Doing(OpenStudies studies, int status, Function<Visit, Request> reading) implements Action {
    /// What makes a study go on that was over.
    private static final List<String> MORE = List.of("change", "enqueue", "resume", "retry");

    static Doing posted(OpenStudies studies, String kind) {
        return new Doing(studies, 200, visit -> {
            visit.query().allowOnly();
            return Bodies.request(kind, visit, List.of());
        });
    }

    /// What is asked by an address: whole numbers behind `?`.
    ///
    /// @param members that may stand there
    static Doing asked(OpenStudies studies, String kind, String... members) {
        return new Doing(studies, 200, visit -> Bodies.request(kind, visit, members));
    }

    Doing answering(int other) {
        return new Doing(studies, other, reading);
    }

    @Override
    public Reply act(Visit visit) {
        var request = reading.apply(visit);
        var answer = answer(request, new Visitor(studies, visit.who(), Optional.empty()));
        if (MORE.contains(request.kind())) {
            name(request).ifPresent(studies::goOn);
        }
        return Reply.json(status, answer);
    }

    /// The answer of whoever holds the study.
    String answer(Request request, Visitor visitor) {
        try {
            var json = new JsonWriter().startObject();
            Handlers.answer(request, visitor, json);
            return json.endObject().finish();
        } catch (RequestRefusedException refused) {
            return name(request).filter(_ -> refused.code() == ErrorCode.HELD).flatMap(studies.library()::holder)
                    .map(holder -> forwarded(request, holder)).orElseThrow(() -> refused);
        }
    }

    private static Optional<String> name(Request request) {
        return request.body().find("study").map(Node.Member::value).flatMap(n -> n instanceof Node.Text(String text, _) ? Optional.of(text) : Optional.empty());
    }

    private static String forwarded(Request request, Exchange holder) {
        try (holder) {
            var line = new JsonWriter().startObject().name(request.kind()).node(request.body()).endObject().finish();
            return Forwarded.accepted(holder.answer(line), request.kind());
        }
    }
}
