package dev.sextant.server.http;

import dev.sextant.server.access.Identity;
import dev.sextant.server.request.ErrorCode;
import dev.sextant.server.request.RequestRefusedException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// The way of a request from the network to its route and back, without the network. Whatever goes wrong on it becomes an
/// answer. Thread-safe.
public final class Front {
    private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH");

    private final RouteTable table;
    private final Guard guard;
    private final Journal journal;
    private final Optional<RateLimit> limit;
    private final Repeats repeats = new Repeats();

    /// The way to some routes.
    ///
    /// @param journal told of every request and how it ended
    /// @param mostPerSecond how many requests one token may send; empty for any number
    public Front(List<Route> routes, Guard guard, Journal journal, OptionalInt mostPerSecond) {
        this.table = new RouteTable(routes);
        this.guard = guard;
        this.journal = journal;
        this.limit = mostPerSecond.isPresent() ? Optional.of(new RateLimit(mostPerSecond.getAsInt())) : Optional.empty();
    }

    /// The answer to a request. Never throws.
    public Reply answer(Incoming incoming) {
        long began = System.nanoTime();
        var line = new Journal.Line(incoming.method(), incoming.path());
        Reply reply;
        try {
            reply = rendered(routed(incoming, line), incoming);
        } catch (RuntimeException refused) {
            reply = Problems.of(refused);
            if (reply.status() >= 500) {
                line.broke(refused);
            }
        }
        journal.write(line.ended(reply.status(), System.nanoTime() - began));
        return reply;
    }

    private Reply routed(Incoming incoming, Journal.Line line) {
        guard.checkPlace(incoming);
        var found = table.find(incoming);
        line.at(found.route());
        var query = Query.of(incoming.query());
        if (found.route().open()) {
            return found.route().action().act(new Visit(incoming, found.place(), query, Identity.NOBODY));
        }
        var who = guard.identify(incoming);
        line.by(who);
        limit.ifPresent(most -> most.take(who.name(), System.nanoTime()));
        Guard.checkRole(who, found.route());
        checkType(incoming, found.route());
        var visit = new Visit(incoming, found.place(), query, who);
        var reply = incoming.header("Idempotency-Key").filter(_ -> incoming.method().equals("POST"))
                .map(key -> repeats.answer(key, who, incoming, () -> act(found.route(), visit)))
                .orElseGet(() -> act(found.route(), visit));
        return reply instanceof Reply.Stream stream ? stream.watched(guard.watch(incoming, who)) : reply;
    }

    /// What is said to somebody who may see only some studies has no hint with the names of others.
    private static Reply act(Route route, Visit visit) {
        try {
            return route.action().act(visit);
        } catch (RequestRefusedException refused) {
            boolean hints = refused.code() == ErrorCode.UNKNOWN_STUDY && !visit.who().scope().isEmpty();
            throw hints ? new RequestRefusedException(refused.code(), refused.getMessage().lines().findFirst().orElse("")) : refused;
        }
    }

    /// A form of another site can send other types without asking; none of ours is one of them.
    private static void checkType(Incoming incoming, Route route) {
        var type = incoming.header("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        boolean right = type.equals(route.type()) || type.startsWith(route.type() + ";");
        if (WITH_BODY.contains(incoming.method()) && !right && (!type.isEmpty() || incoming.body().length > 0)) {
            throw new HttpRefusedException(415, "unsupported_media",
                    "The body is %s; it must be '%s'.".formatted(type.isEmpty() ? "of no stated type" : "'" + type + "'", route.type()));
        }
    }

    private static Reply rendered(Reply reply, Incoming incoming) {
        return reply instanceof Reply.Document document ? Rendering.of(document, incoming) : reply;
    }
}
