package dev.sextant.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Three histories of one study that must agree: its log, what a client heard of it on the way, and what its programs wrote down.
///
/// - The log begins with what was heard, to the letter: nothing that anybody was told has gone or changed.
/// - A trial is leased under the attempts 1, 2, 3 … in turn; each attempt ends at most once, and after it is complete there is no other.
/// - The value of a complete attempt is the one its program wrote down.
/// - A program that wrote down its value under a worker that nobody killed since the lease is in the log with that value.
/// - As many trials are complete as the budget says.
///
/// @param kills when workers were killed
record ChaosHistory(List<String> log, List<String> heard, List<String> programs, List<Kill> kills) {
    /// The longest time between the end of a program and the note of it that its worker makes.
    private static final int SECONDS_TO_A_NOTE = 3;
    private static final Pattern EVENT = Pattern.compile("\"event\":\"(leased|ended|lost|cancelled)\",\"trial\":(\\d+)(?:,\"attempt\":(\\d+))?");
    private static final Pattern COMPLETE = Pattern.compile("\"outcome\":\"complete\",\"values\":\\{\"loss\":([-+.0-9eE]+)}");
    private static final Pattern LISTED = Pattern.compile("\\{\"position\":\\d+,.*?}(?=,\\{\"position\":|],\"next\":)");
    private static final Pattern TIME = Pattern.compile("\"time\":\"([^\"]+)\"");
    private static final Pattern WORKER = Pattern.compile("/worker/([^/]+)/runs/");

    /// A worker was killed at some moment of a time.
    record Kill(String worker, Instant from, Instant to) {
        /// Whether that was between two moments.
        boolean concerns(String other, Instant leased, Instant written) {
            return worker.equals(other) && !to.isBefore(leased) && !from.isAfter(written.plusSeconds(SECONDS_TO_A_NOTE));
        }
    }

    private record Attempt(int trial, int attempt) {}

    /// The events in an answer of the server.
    static List<String> events(String answer) {
        return LISTED.matcher(answer).results().map(found -> found.group()).toList();
    }

    /// What does not hold.
    List<String> wrong(int budget) {
        var wrong = new ArrayList<String>();
        for (int i = 0; i < heard.size(); i++) {
            if (i >= log.size() || !log.get(i).equals(heard.get(i))) {
                wrong.add("heard and not in the log: " + heard.get(i));
            }
        }
        var complete = complete(wrong);
        compare(complete, wrong);
        if (complete.size() != budget) {
            wrong.add("%d trials are complete, not %d".formatted(complete.size(), budget));
        }
        System.out.printf("%d events, %d of them heard; %d attempts, %d trials complete, %d values written down by programs, %d kills of workers%n", log.size(),
                heard.size(), log.stream().filter(e -> e.contains("\"event\":\"leased\"")).count(), complete.size(), programs.size(), kills.size());
        return wrong;
    }

    /// The values of complete attempts, by a walk over the log that notices what cannot be.
    private Map<Attempt, Double> complete(List<String> wrong) {
        var complete = new HashMap<Attempt, Double>();
        var current = new HashMap<Integer, Integer>();
        var ended = new HashSet<Attempt>();
        Set<Integer> done = new HashSet<>();
        for (var event : log) {
            var found = EVENT.matcher(event);
            if (found.find() && found.group(3) != null) {
                walk(event, found, new Walk(complete, current, ended, done), wrong);
            }
        }
        return complete;
    }

    private record Walk(Map<Attempt, Double> complete, Map<Integer, Integer> current, Set<Attempt> ended, Set<Integer> done) {}

    private static void walk(String event, Matcher found, Walk walk, List<String> wrong) {
        var attempt = new Attempt(Integer.parseInt(found.group(2)), Integer.parseInt(found.group(3)));
        boolean leased = found.group(1).equals("leased");
        boolean allowed = leased ? walk.current().merge(attempt.trial(), 1, Integer::sum) == attempt.attempt() : walk.ended().add(attempt);
        if (!allowed || walk.done().contains(attempt.trial())) {
            wrong.add("cannot be: " + event);
        }
        var values = COMPLETE.matcher(event);
        if (!leased && values.find()) {
            walk.complete().put(attempt, Double.valueOf(values.group(1)));
            walk.done().add(attempt.trial());
        }
    }

    private Map<Attempt, Instant> leases() {
        var leases = new HashMap<Attempt, Instant>();
        for (var event : log) {
            var found = EVENT.matcher(event);
            var time = TIME.matcher(event);
            if (found.find() && found.group(1).equals("leased") && time.find()) {
                leases.put(new Attempt(Integer.parseInt(found.group(2)), Integer.parseInt(found.group(3))), Instant.parse(time.group(1)));
            }
        }
        return leases;
    }

    private void compare(Map<Attempt, Double> complete, List<String> wrong) {
        var leases = leases();
        var written = new HashMap<Attempt, Double>();
        for (var line : programs) {
            var words = line.split(" ", 5);
            var attempt = new Attempt(Integer.parseInt(words[0]), Integer.parseInt(words[1]));
            written.put(attempt, Double.valueOf(words[2]));
            if (!complete.containsKey(attempt) && !wasKilled(words[4], leases.getOrDefault(attempt, Instant.MAX), moment(words[3]))) {
                wrong.add("written down by its program, and lost by a worker that nobody killed: " + line);
            }
        }
        complete.forEach((attempt, value) -> {
            if (!value.equals(written.get(attempt))) {
                wrong.add("%s is complete with %s; its program wrote %s".formatted(attempt, value, written.get(attempt)));
            }
        });
    }

    private static Instant moment(String seconds) {
        return Instant.ofEpochMilli((long) (Double.parseDouble(seconds) * 1000));
    }

    private boolean wasKilled(String runFolder, Instant leased, Instant written) {
        var worker = WORKER.matcher(runFolder);
        return worker.find() && kills.stream().anyMatch(kill -> kill.concerns(worker.group(1), leased, written));
    }
}
