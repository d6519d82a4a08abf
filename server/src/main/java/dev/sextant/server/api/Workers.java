package dev.sextant.server.api;

import dev.sextant.model.trial.Lease;
import dev.sextant.model.trial.Outcome;
import dev.sextant.server.http.Reply;
import dev.sextant.server.http.Visit;
import dev.sextant.server.request.OpenStudy;
import dev.sextant.wire.text.TimeText;
import dev.sextant.wire.tree.JsonWriter;
import dev.sextant.wire.tree.Node;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/// The workers elsewhere: who is there, what each has, and what it should let go of. Thread-safe.
///
/// A worker says in every heartbeat all that it runs. What it runs and should not, it is told; what it should run and has
/// not mentioned for half a minute returns to the queue: then the answer that gave it the trial was lost on the way, or the
/// worker was started anew under its old name.
final class Workers {
    private static final Duration MISSING = Duration.ofSeconds(30);
    private static final Duration FORGOTTEN = Duration.ofHours(1);

    private final OpenStudies studies;
    private final InstantSource clock;
    private final Map<String, Seen> seen = new ConcurrentHashMap<>();
    private final Map<Running, Instant> missing = new ConcurrentHashMap<>();

    /// When and with what a worker was heard last.
    private record Seen(Instant at, Heartbeat heartbeat) {}

    /// An attempt that a worker runs.
    record Running(String study, int trial, int attempt) {
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
    }

    /// Gives trials of several studies, see [Leasing].
    Reply lease(Visit visit) {
        return new Leasing(studies, visit.at("worker")).answer(visit);
    }

    /// Hears a worker: `{"running":[{"study":"s","trial":0,"attempt":1}],"slots":4,"host":"node7"}` → `{"unwanted":[…]}`.
    Reply heartbeat(Visit visit) {
        visit.query().allowOnly();
        var worker = visit.at("worker");
        var heartbeat = Heartbeat.of(visit.object());
        var now = clock.instant();
        seen.put(worker, new Seen(now, heartbeat));
        heartbeat.running().stream().map(Running::study).distinct().forEach(name -> Looks.checkSees(visit.who(), name));
        var byStudy = heartbeat.running().stream().collect(Collectors.groupingBy(Running::study));
        byStudy.keySet().forEach(studies::open);        // after a restart it is the workers who know what is under way
        var json = new JsonWriter().startObject().name("unwanted").startList();
        heartbeat.running().stream().filter(r -> studies.find(r.study()).isEmpty()).forEach(r -> r.write(json));
        studies.forEach((name, study) -> compare(worker, name, study, byStudy.getOrDefault(name, List.of())).forEach(r -> r.write(json)));
        return Reply.json(json.endList().endObject().finish());
    }

    /// @return what the worker runs of a study and should not
    private List<Running> compare(String worker, String name, OpenStudy study, List<Running> running) {
        var desk = study.desk();
        var leases = desk.leasesOf(worker).stream().map(lease -> Running.of(name, lease)).toList();
        if (!leases.isEmpty()) {
            desk.hear(worker);
        }
        leases.forEach(lease -> {
            if (running.contains(lease)) {
                missing.remove(lease);
            } else if (isMissed(lease)) {
                missing.remove(lease);
                desk.tell(lease.trial(), lease.attempt(), new Outcome.Returned("worker '%s' does not run it".formatted(worker)));
            }
        });
        return running.stream().filter(r -> !leases.contains(r)).toList();
    }

    private boolean isMissed(Running lease) {
        var now = clock.instant();
        return missing.computeIfAbsent(lease, _ -> now).plus(MISSING).isBefore(now);
    }

    /// Who is there: `{"workers":[{"worker":"w1","host":"node7","slots":4,"heard":"…Z","running":[…]}]}`.
    Reply list(Visit visit) {
        visit.query().allowOnly();
        var json = new JsonWriter().startObject().name("workers").startList();
        seen.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(e -> write(e.getKey(), e.getValue(), json));
        return Reply.json(json.endList().endObject().finish());
    }

    private static void write(String worker, Seen last, JsonWriter json) {
        json.startObject().name("worker").text(worker).name("heard").text(TimeText.write(last.at()));
        last.heartbeat().host().ifPresent(host -> json.name("host").text(host));
        last.heartbeat().slots().ifPresent(slots -> json.name("slots").whole(slots));
        json.name("running").startList();
        last.heartbeat().running().forEach(r -> r.write(json));
        json.endList().endObject();
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
    record Heartbeat(List<Running> running, Optional<String> host, Optional<Long> slots) {
        static Heartbeat of(Node.Obj body) {
            return HeartbeatForm.read(body);
        }
    }
}
