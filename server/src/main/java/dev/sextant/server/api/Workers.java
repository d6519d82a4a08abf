package dev.sextant.server.api;

import dev.sextant.engine.StudyDesk;
import dev.sextant.model.trial.Lease;
import dev.sextant.model.trial.Outcome;
import dev.sextant.server.access.Identity;
import dev.sextant.server.http.Reply;
import dev.sextant.server.http.Visit;
import dev.sextant.server.request.OpenStudy;
import dev.sextant.server.request.Request;
import dev.sextant.wire.text.TimeText;
import dev.sextant.wire.tree.JsonWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/// The workers elsewhere: who is there, what each has, and what it should let go of. Thread-safe.
///
/// A worker says in every heartbeat all that it runs. What it runs and should not, it is told; what it should run and has
/// not mentioned for half a minute returns to the queue: then the answer that gave it the trial was lost on the way, or the
/// worker was started anew under its old name. A worker that leaves says so, and what it does not run returns at once.
final class Workers {
    private static final Duration MISSING = Duration.ofSeconds(30);
    private static final int LARGEST = 999_999_999;
    private static final Duration FORGOTTEN = Duration.ofHours(1);

    private final OpenStudies studies;
    private final InstantSource clock;
    private final Outputs outputs;
    private final Bringing bringing;
    private final Map<String, Seen> seen = new ConcurrentHashMap<>();
    private final Map<Running, Instant> missing = new ConcurrentHashMap<>();
    private final Set<String> gone = ConcurrentHashMap.newKeySet();

    /// When and with what a worker was heard last.
    private record Seen(Instant at, Heartbeat heartbeat) {}

    /// An attempt that a worker runs.
    record Running(String study, int trial, int attempt) {
        static Running of(Request part) {
            part.allowOnly("study", "trial", "attempt");
            return new Running(part.text("study"), (int) part.whole("trial", 0, LARGEST), (int) part.whole("attempt", 0, LARGEST));
        }

        static Running of(String study, Lease lease) {
            return new Running(study, lease.trial(), lease.attempt());
        }

        void write(JsonWriter json) {
            json.startObject().name("study").text(study).name("trial").whole(trial).name("attempt").whole(attempt).endObject();
        }
    }

    Workers(OpenStudies studies, InstantSource clock) {
        this.studies = studies;
        this.clock = clock;
        outputs = new Outputs(studies);
        bringing = new Bringing(studies);
    }

    /// What their trials print.
    Outputs outputs() {
        return outputs;
    }

    /// What their trials leave.
    Bringing bringing() {
        return bringing;
    }

    /// Gives trials of several studies, see [Leasing].
    Reply lease(Visit visit) {
        var worker = visit.at("worker");
        gone.remove(worker);
        return new Leasing(studies, worker, () -> gone.contains(worker)).answer(visit);
    }

    /// Hears a worker: `{"running":[{"study":"s","trial":0,"attempt":1}],"slots":4,"host":"node7"}` → `{"unwanted":[…]}`.
    Reply heartbeat(Visit visit) {
        visit.query().allowOnly();
        var worker = visit.at("worker");
        var heartbeat = Heartbeat.of(new Request("heartbeat", visit.object()));
        note(worker, heartbeat);
        heartbeat.running().stream().map(Running::study).distinct().forEach(name -> Looks.checkSees(visit.who(), name));
        var byStudy = heartbeat.running().stream().collect(Collectors.groupingBy(Running::study));
        // After a restart it is the workers who know what is under way.
        var deleted = byStudy.keySet().stream().filter(name -> !studies.open(name)).collect(Collectors.toSet());
        var json = new JsonWriter().startObject().name("unwanted").startList();
        heartbeat.running().stream().filter(r -> deleted.contains(r.study())).forEach(r -> r.write(json));
        studies.forEach((name, study) -> {
            if (visit.who().sees(name)) {
                new Comparison(worker, name, study, heartbeat.leaving()).unwanted(byStudy.getOrDefault(name, List.of())).forEach(r -> r.write(json));
            }
        });
        json.endList();
        outputs.write(visit.who(), json);
        bringing.write(visit.who(), json);
        return Reply.json(json.endObject().finish());
    }

    private void note(String worker, Heartbeat heartbeat) {
        if (heartbeat.leaving()) {
            gone.add(worker);
            seen.remove(worker);
        } else {
            gone.remove(worker);
            seen.put(worker, new Seen(clock.instant(), heartbeat));
        }
    }

    /// What a worker says it runs of a study, beside what it should run.
    private final class Comparison {
        private final String worker;
        private final String name;
        private final StudyDesk desk;
        private final boolean leaving;

        Comparison(String worker, String name, OpenStudy study, boolean leaving) {
            this.worker = worker;
            this.name = name;
            this.desk = study.desk();
            this.leaving = leaving;
        }

        /// Puts back what it should run and does not.
        ///
        /// @return what it runs and should not
        List<Running> unwanted(List<Running> running) {
            var leases = desk.leasesOf(worker).stream().map(lease -> Running.of(name, lease)).toList();
            if (!leases.isEmpty()) {
                desk.hear(worker);
            }
            leases.forEach(lease -> {
                if (running.contains(lease)) {
                    missing.remove(lease);
                } else if (leaving || isMissed(lease)) {
                    missing.remove(lease);
                    desk.tell(lease.trial(), lease.attempt(), new Outcome.Returned("worker '%s' does not run it".formatted(worker)));
                }
            });
            return running.stream().filter(r -> !leases.contains(r)).toList();
        }
    }

    private boolean isMissed(Running lease) {
        var now = clock.instant();
        return missing.computeIfAbsent(lease, _ -> now).plus(MISSING).isBefore(now);
    }

    /// Who is there: `{"workers":[{"worker":"w1","host":"node7","slots":4,"heard":"…Z","running":[…]}]}`.
    Reply list(Visit visit) {
        visit.query().allowOnly();
        var json = new JsonWriter().startObject().name("workers").startList();
        seen.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(e -> write(e.getKey(), e.getValue(), visit.who(), json));
        return Reply.json(json.endList().endObject().finish());
    }

    private static void write(String worker, Seen last, Identity who, JsonWriter json) {
        json.startObject().name("worker").text(worker).name("heard").text(TimeText.write(last.at()));
        last.heartbeat().host().ifPresent(host -> json.name("host").text(host));
        last.heartbeat().slots().ifPresent(slots -> json.name("slots").whole(slots));
        json.name("running").startList();
        last.heartbeat().running().stream().filter(r -> who.sees(r.study())).forEach(r -> r.write(json));
        json.endList().endObject();
    }

    /// How many are remembered.
    int count() {
        return seen.size();
    }

    /// Puts back what workers have that were not heard for too long, and forgets those that have not been here for long.
    void tick() {
        var now = clock.instant();
        studies.forEach((_, study) -> study.desk().dropSilent());
        seen.values().removeIf(last -> last.at().plus(FORGOTTEN).isBefore(now));
        missing.values().removeIf(since -> since.plus(FORGOTTEN).isBefore(now));
    }

    /// What a worker says of itself.
    ///
    /// @param host where it runs
    /// @param slots how many trials it runs at once
    /// @param leaving whether this is its last word
    record Heartbeat(List<Running> running, Optional<String> host, Optional<Long> slots, boolean leaving) {
        static Heartbeat of(Request request) {
            request.allowOnly("running", "host", "slots", "leaving");
            return new Heartbeat(request.has("running") ? request.parts("running").stream().map(Running::of).toList() : List.of(),
                    request.maybeText("host"), request.has("slots") ? Optional.of(request.whole("slots", 0, LARGEST)) : Optional.empty(),
                    request.bool("leaving"));
        }
    }
}
