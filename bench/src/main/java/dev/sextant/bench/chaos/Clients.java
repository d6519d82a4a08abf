package dev.sextant.bench.chaos;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What clients were told, beside the log: a result that was taken is there, no attempt was given to two, and what clients enqueued
/// or added is one trial each, the one that they were told.
record Clients(Walk walk, List<Note> notes) {
    private static final Set<String> ORIGINS = Set.of("enqueued", "added");

    /// What does not hold.
    List<String> wrong() {
        var wrong = new ArrayList<String>();
        var given = new HashSet<Attempt>();
        var made = new HashMap<Integer, Note.Made>();
        for (var note : notes) {
            boolean holds = switch (note) {
                case Note.Given(String client, Attempt attempt) -> given.add(attempt) && isOf(client, attempt);
                case Note.Told(Attempt attempt, double value) -> Double.valueOf(value).equals(walk.complete().get(attempt));
                case Note.Made one -> made.put(one.trial(), one) == null;
            };
            if (!holds) {
                wrong.add("a client was told what does not hold: " + note);
            }
        }
        for (var entry : walk.proposed(ORIGINS)) {
            var told = made.remove(entry.trial());
            if (told == null || told.x() != entry.x() || !told.origin().equals(entry.text("origin"))) {
                wrong.add("in the log, and no client was told so: " + entry.line());
            }
        }
        made.values().forEach(told -> wrong.add("a client was told so, and it is not in the log: " + told));
        return wrong;
    }

    private boolean isOf(String client, Attempt attempt) {
        var lease = walk.leases().get(attempt);
        return lease != null && lease.worker().equals(client);
    }
}
