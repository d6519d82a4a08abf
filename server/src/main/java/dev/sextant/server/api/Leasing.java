package dev.sextant.server.api;

import dev.sextant.server.http.Reply;
import dev.sextant.server.http.Visit;
import dev.sextant.server.request.Handlers;
import dev.sextant.server.request.OpenStudy;
import dev.sextant.server.request.Request;
import dev.sextant.wire.tree.JsonWriter;
import dev.sextant.wire.tree.Node;
import dev.sextant.wire.tree.Source;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// Gives a worker trials of any study it may run: `{"count":4,"wait":"30s","commands":true}` →
/// `{"studies":[{"study":"s","trials":[{"trial":0,"attempt":1,"parameters":{…}}]}]}`.
///
/// With `studies` only those named are looked at, and opened if they are not; else all that are offered; those named in
/// `without` are not; with `commands` only those that have a command.
/// Studies take turns. A study that has nothing says why, as it answers to `ask`.
///
/// @param gone whether the worker has left meanwhile; nothing is given then
record Leasing(OpenStudies studies, String worker, BooleanSupplier gone) {
    Reply answer(Visit visit) {
        visit.query().allowOnly();
        var wish = Wish.of(new Request("lease", visit.object()), "count", "wait", "studies", "without", "commands");
        wish.studies().forEach(name -> {
            Looks.checkSees(visit.who(), name);
            studies.offer(name);
        });
        long end = System.nanoTime() + wish.patience().toNanos();
        while (true) {
            var candidates = gone.getAsBoolean() ? new LinkedHashMap<String, OpenStudy>() : candidates(visit, wish);
            var seen = new LinkedHashMap<OpenStudy, Long>();
            candidates.values().forEach(study -> seen.put(study, study.desk().events()));
            var round = round(visit, wish, candidates);
            if (round.given() > 0 || gone.getAsBoolean() || !studies.awaitChange(seen, end - System.nanoTime())) {
                return Reply.json(round.json());
            }
        }
    }

    private Map<String, OpenStudy> candidates(Visit visit, Wish wish) {
        var found = new LinkedHashMap<String, OpenStudy>();
        studies.forEach((name, study) -> {
            boolean wanted = (wish.studies().isEmpty() ? studies.isOffered(name) : wish.studies().contains(name)) && !wish.without().contains(name);
            if (wanted && visit.who().sees(name) && (!wish.commands() || study.desk().spec().program().isPresent())) {
                found.put(name, study);
            }
        });
        return found;
    }

    private record Round(int given, String json) {}

    private Round round(Visit visit, Wish wish, Map<String, OpenStudy> candidates) {
        var visitor = new Visitor(studies, visit.who(), Optional.of(worker));
        var json = new JsonWriter().startObject().name("studies").startList();
        int given = 0;
        var names = new ArrayList<>(candidates.keySet());
        Collections.rotate(names, worker.hashCode() % Math.max(1, names.size()));
        for (var name : names) {
            int left = wish.count() - given;
            if (left > 0) {
                json.startObject().name("study").text(name);
                given += ask(name, left, visitor, json);
                visitor.ending().ifPresent(ending -> studies.withdraw(name, ending));
                json.endObject();
            }
        }
        return new Round(given, json.endList().endObject().finish());
    }

    /// @return how many trials were given
    private static int ask(String name, int count, Visitor visitor, JsonWriter json) {
        var at = Source.file("body", "").start();
        int before = visitor.given();
        Handlers.answer(new Request("ask", new Node.Obj(List.of(new Node.Member("study", new Node.Text(name, at), at),
                new Node.Member("count", new Node.Num(Integer.toString(count), at), at)), at)), visitor, json);
        return visitor.given() - before;
    }
}
