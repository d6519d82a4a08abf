package dev.sextant.server.api;

import dev.sextant.model.study.Artifacts;
import dev.sextant.model.study.FilePattern;
import dev.sextant.model.trial.Artifact;
import dev.sextant.server.access.Identity;
import dev.sextant.server.artifact.BroughtArtifacts.Listing;
import dev.sextant.server.artifact.BroughtArtifacts;
import dev.sextant.server.http.Reply;
import dev.sextant.server.http.Visit;
import dev.sextant.server.request.ErrorCode;
import dev.sextant.server.request.Request;
import dev.sextant.server.request.RequestRefusedException;
import dev.sextant.server.request.StudyLibrary.Attempted;
import dev.sextant.wire.tree.JsonWriter;
import dev.sextant.wire.trial.ArtifactForm;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Brings artifacts from the workers that have them. Whoever wants to see what an attempt left, or a file of it, says so here; the answer to
/// every heartbeat names these attempts; the worker that has one says what it left, and is told which of the files to send. Thread-safe.
final class Bringing {
    private static final int LARGEST = 999_999_999;

    private final OpenStudies studies;
    private final News news = new News();
    private final Map<Asked, Integer> asked = new ConcurrentHashMap<>();
    private final Map<Wanted, Integer> wanted = new ConcurrentHashMap<>();

    /// What an attempt left of the files that the study names.
    private record Asked(Attempted attempt, List<String> patterns) {}

    private record Wanted(Attempted attempt, String sha256) {}

    Bringing(OpenStudies studies) {
        this.studies = studies;
    }

    BroughtArtifacts brought(String study) {
        return new BroughtArtifacts(studies.library().brought(study));
    }

    private Artifacts named(String study) {
        try (var read = studies.read(study)) {
            return read.view().settings().artifacts();
        }
    }

    private static List<String> patterns(Artifacts artifacts) {
        return artifacts.files().stream().map(FilePattern::text).toList();
    }

    /// What an attempt left elsewhere; asks the workers if nobody has said, or the study names other files by now.
    ///
    /// @throws RequestRefusedException with [ErrorCode#NO_RESULT] if no worker has it
    Listing list(Attempted attempt, Artifacts named) {
        var brought = brought(attempt.study());
        var known = brought.list(attempt.trial(), attempt.attempt());
        if (named.files().isEmpty() || known.filter(listing -> listing.patterns().equals(patterns(named))).isPresent()) {
            return known.orElse(new Listing(List.of(), List.of()));
        }
        var asking = new Asked(attempt, patterns(named));
        begin(asked, asking);
        try {
            var said = news.await(() -> brought.list(attempt.trial(), attempt.attempt()).filter(listing -> listing.patterns().equals(asking.patterns())), () -> 0L);
            return said.or(() -> known).orElseThrow(() -> new RequestRefusedException(ErrorCode.NO_RESULT,
                    "No worker that was heard has what %s, left.".formatted(attempt)));
        } finally {
            end(asked, asking);
        }
    }

    private static <T> void begin(Map<T, Integer> waiting, T what) {
        waiting.merge(what, 1, Integer::sum);
    }

    private static <T> void end(Map<T, Integer> waiting, T what) {
        waiting.computeIfPresent(what, (_, count) -> count == 1 ? null : Integer.valueOf(count - 1));
    }

    /// Waits until a file of an attempt has come; for as long as something of it comes.
    ///
    /// @return where it lies
    /// @throws RequestRefusedException with [ErrorCode#NO_RESULT] if no worker sends it
    Path bring(Attempted attempt, Artifact artifact, Artifacts named) {
        checkSize(attempt, artifact, named);
        var brought = brought(attempt.study());
        var asking = new Asked(attempt, patterns(named));
        var what = new Wanted(attempt, artifact.sha256());
        begin(asked, asking);
        begin(wanted, what);
        try {
            return news.await(() -> brought.find(artifact), () -> brought.have(artifact)).orElseThrow(() -> new RequestRefusedException(ErrorCode.NO_RESULT,
                    "No worker that was heard sends the artifact '%s' of %s, now; %d of %d bytes have come.\nAsk again when its worker is there; they are kept."
                            .formatted(artifact.name(), attempt, brought.have(artifact), artifact.size())));
        } finally {
            end(wanted, what);
            end(asked, asking);
        }
    }

    /// Writes the attempts that somebody waits for, as a member of the answer to a heartbeat; nothing if there are none.
    ///
    /// @param who hears it; of studies that he may not see, nothing
    void write(Identity who, JsonWriter json) {
        var his = asked.keySet().stream().filter(asking -> who.sees(asking.attempt().study())).toList();
        if (!his.isEmpty()) {
            json.name("artifacts").startList();
            his.forEach(asking -> {
                var what = asking.attempt();
                json.startObject().name("study").text(what.study()).name("trial").whole(what.trial()).name("attempt").whole(what.attempt())
                        .name("files").texts(asking.patterns()).endObject();
            });
            json.endList();
        }
    }

    /// Hears what an attempt left: `{"study":"s","trial":7,"attempt":1,"files":["*.pt"],"artifacts":[{"name":"a.pt","size":5,"sha256":"…"}]}` →
    /// `{"send":[{"sha256":"…","from":0}]}`.
    Reply announced(Visit visit) {
        visit.query().allowOnly();
        var request = new Request("artifacts", visit.object());
        request.allowOnly("study", "trial", "attempt", "files", "artifacts");
        var attempt = attempted(request);
        checkKnown(visit, attempt);
        var listing = new Listing(request.texts("files"), ArtifactForm.read(request.need("artifacts")));
        var brought = brought(attempt.study());
        brought.keep(attempt.trial(), attempt.attempt(), listing);
        news.tell();
        var named = named(attempt.study());
        boolean all = isBrought(attempt, named.bring());
        var once = new HashSet<String>();
        var json = new JsonWriter().startObject().name("send").startList();
        listing.artifacts().stream().filter(a -> brought.find(a).isEmpty() && a.size() <= named.mostBytes())
                .filter(a -> all || wanted.containsKey(new Wanted(attempt, a.sha256()))).filter(a -> once.add(a.sha256()))
                .forEach(a -> json.startObject().name("sha256").text(a.sha256()).name("from").whole(brought.have(a)).endObject());
        return Reply.json(json.endList().endObject().finish());
    }

    private static Attempted attempted(Request request) {
        return new Attempted(request.text("study"), (int) request.whole("trial", 0, LARGEST), (int) request.whole("attempt", 1, LARGEST));
    }

    private void checkKnown(Visit visit, Attempted attempt) {
        Looks.checkSees(visit.who(), attempt.study());
        try (var study = studies.read(attempt.study())) {
            if (study.view().trial(attempt.trial()).filter(trial -> trial.attempt() >= attempt.attempt()).isEmpty()) {
                throw new RequestRefusedException(ErrorCode.UNKNOWN_TRIAL, "There is no %s.".formatted(attempt));
            }
        }
    }

    private boolean isBrought(Attempted attempt, Artifacts.Bring bring) {
        return switch (bring) {
            case REQUEST -> false;
            case BEST -> studies.find(attempt.study()).filter(study -> study.desk().best().contains(attempt.trial())).isPresent();
            case ALL -> true;
        };
    }

    /// Takes a part of a file: `?study=s&trial=7&attempt=1&from=0` and bytes → `{"have":1234}`, behind which the next part begins.
    Reply part(Visit visit) {
        var query = visit.query().allowOnly("study", "trial", "attempt", "from");
        var attempt = new Attempted(query.need("study"), (int) query.whole("trial", 0, LARGEST), (int) query.whole("attempt", 1, LARGEST));
        checkKnown(visit, attempt);
        var brought = brought(attempt.study());
        var sha256 = visit.at("sha256");
        var artifact = brought.list(attempt.trial(), attempt.attempt()).stream().flatMap(l -> l.artifacts().stream())
                .filter(a -> a.sha256().equals(sha256)).findFirst().orElseThrow(() -> new RequestRefusedException(ErrorCode.NO_RESULT,
                        "%s left nothing with the SHA-256 '%s', as far as was said.\nSay first what it left.".formatted(attempt, sha256)));
        checkSize(attempt, artifact, named(attempt.study()));
        long have = brought.take(artifact, query.whole("from", 0, Long.MAX_VALUE / 2, 0), visit.incoming().body());
        news.tell();
        return Reply.json("{\"have\":%d}".formatted(have));
    }

    private static void checkSize(Attempted attempt, Artifact artifact, Artifacts named) {
        if (artifact.size() > named.mostBytes()) {
            throw new RequestRefusedException(ErrorCode.NOT_ALLOWED, """
                    The artifact '%s' of %s, has %d bytes; the study has files of at most %d bytes sent to the server.
                    Allow more ('artifacts: {most: …}'), or copy it from where its worker runs.""".formatted(
                            artifact.name(), attempt, artifact.size(), named.mostBytes()));
        }
    }
}
