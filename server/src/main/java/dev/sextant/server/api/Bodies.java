package dev.sextant.server.api;

import dev.sextant.server.http.Visit;
import dev.sextant.server.request.Request;
import dev.sextant.wire.tree.Node;
import dev.sextant.wire.tree.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Makes requests of what came by HTTP: what stands in the path or behind `?` becomes members beside those of the body.
final class Bodies {
    /// What is kept with its key for good; everything else is harmless, or is asked again, when it comes once more.
    private static final Set<String> KEYED = Set.of("enqueue", "add");
    private static final String KEY = "key";

    private Bodies() {}

    /// @param own members of the body that are not part of the request, for the route itself
    static Request request(String kind, Visit visit, List<String> own) {
        var body = visit.object();
        var members = new ArrayList<Node.Member>();
        place("study", visit).ifPresent(members::add);
        place("trial", visit).ifPresent(members::add);
        key(kind, visit).ifPresent(members::add);
        for (var member : body.members()) {
            if (KEYED.contains(kind) && member.name().equals(KEY)) {
                throw member.value().at().error("'key' stands in the header Idempotency-Key; leave it out of the body.");
            }
            if (visit.place().containsKey(member.name())) {
                throw member.at().error("'%s' stands in the path; leave it out of the body.".formatted(member.name()));
            }
            if (!own.contains(member.name())) {
                members.add(member);
            }
        }
        return new Request(kind, new Node.Obj(members, body.at()));
    }

    /// That of another caller is another key.
    private static Optional<Node.Member> key(String kind, Visit visit) {
        var at = Source.file("Idempotency-Key", "").start();
        return KEYED.contains(kind) ? visit.incoming().header("Idempotency-Key")
                .map(key -> new Node.Member(KEY, new Node.Text(visit.who().name() + " " + key, at), at)) : Optional.empty();
    }

    /// A request without a body.
    ///
    /// @param numbers that may stand behind `?`
    static Request request(String kind, Visit visit, String... numbers) {
        var query = visit.query().allowOnly(numbers);
        var members = new ArrayList<Node.Member>();
        place("study", visit).ifPresent(members::add);
        for (var name : numbers) {
            query.text(name).ifPresent(text -> {
                var at = Source.file("address", text).start();
                members.add(new Node.Member(name, new Node.Num(Long.toString(query.whole(name, 0, Integer.MAX_VALUE, 0)), at), at));
            });
        }
        return new Request(kind, new Node.Obj(members, Source.file("address", "").start()));
    }

    private static Optional<Node.Member> place(String name, Visit visit) {
        return Optional.ofNullable(visit.place().get(name)).map(text -> {
            var at = Source.file("path", text).start();
            return new Node.Member(name, name.equals("trial") ? new Node.Num(Integer.toString(visit.number(name)), at) : new Node.Text(text, at), at);
        });
    }
}
