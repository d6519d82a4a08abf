package dev.sextant.bench.chaos;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/// The histories of one study that must agree: its log, what somebody heard of it on the way, what those who ran its trials wrote
/// down, and what clients were told.
///
/// - The log begins with what was heard, to the letter: nothing that anybody was told has gone or changed.
/// - What the log says can be; see [Walk].
/// - The value of a complete attempt is the one that was written down by whoever ran it, or added it.
/// - A value that was written down under a worker that nobody killed since the lease is in the log.
/// - As many trials are complete as the budget says.
/// - What clients were told is in the log; see [Clients].
///
/// @param kills when workers were killed
record History(List<String> log, List<String> heard, List<Written> written, List<Kill> kills, List<Note> notes) {
    /// What does not hold.
    ///
    /// @param budget complete trials
    List<String> wrong(int budget) {
        var wrong = new ArrayList<String>();
        for (int i = 0; i < heard.size(); i++) {
            if (i >= log.size() || !log.get(i).equals(heard.get(i))) {
                wrong.add("heard and not in the log: " + heard.get(i));
            }
        }
        var walk = new Walk(log);
        wrong.addAll(walk.wrong());
        compare(walk, wrong);
        if (walk.complete().size() != budget) {
            wrong.add("%d trials are complete, not %d".formatted(walk.complete().size(), budget));
        }
        wrong.addAll(new Clients(walk, notes).wrong());
        return wrong;
    }

    private void compare(Walk walk, List<String> wrong) {
        var values = new HashMap<Attempt, Double>();
        for (var one : written) {
            values.put(one.attempt(), one.value());
            if (!walk.complete().containsKey(one.attempt()) && !wasKilled(one, walk)) {
                wrong.add("written down, and lost by a worker that nobody killed: " + one);
            }
        }
        for (var note : notes) {
            if (note instanceof Note.Added(_, double value, int trial)) {
                values.put(new Attempt(trial, 0), value);
            }
        }
        walk.complete().forEach((attempt, value) -> {
            if (!value.equals(values.get(attempt))) {
                wrong.add("%s is complete with %s; whoever ran it wrote %s".formatted(attempt, value, values.get(attempt)));
            }
        });
    }

    private boolean wasKilled(Written one, Walk walk) {
        var lease = walk.leases().get(one.attempt());
        return lease != null && kills.stream().anyMatch(kill -> kill.concerns(one, lease.at()));
    }

    /// The figures.
    @Override
    public String toString() {
        var walk = new Walk(log);
        return "%d events, %d of them heard; %d attempts, %d trials complete; %d values written down, %d kills of workers; clients were told of %d results taken, %d attempts given, %d configurations"
                .formatted(log.size(), heard.size(), walk.leases().size(), walk.complete().size(), written.size(), kills.size(),
                        notes(Note.Told.class), notes(Note.Given.class), notes(Note.Made.class));
    }

    private long notes(Class<? extends Note> kind) {
        return notes.stream().filter(kind::isInstance).count();
    }
}
