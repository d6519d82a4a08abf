package dev.sextant.server.api;

import dev.sextant.model.event.StudyEvent;
import dev.sextant.model.study.Artifacts;
import dev.sextant.model.text.Nearest;
import dev.sextant.model.trial.Artifact;
import dev.sextant.model.trial.Tie;
import dev.sextant.model.trial.TrialState;
import dev.sextant.server.http.HttpRefusedException;
import dev.sextant.server.http.Query;
import dev.sextant.server.http.Reply;
import dev.sextant.server.http.Visit;
import dev.sextant.server.request.ErrorCode;
import dev.sextant.server.request.RequestRefusedException;
import dev.sextant.server.request.StudyLibrary.Attempted;
import dev.sextant.wire.file.Digests;
import dev.sextant.wire.tree.JsonWriter;
import dev.sextant.wire.trial.ArtifactForm;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Supplier;

/// The artifacts of trials, for those who look: from the run folder where a trial ran here, else from the worker that has them. Thread-safe.
record TrialArtifacts(OpenStudies studies, Bringing bringing, Digests digests) {
    /// What a browser may take a file for; anything else, and all that could run in the name of our page, is just bytes.
    private static final Map<String, String> TYPES = Map.of("png", "image/png", "jpg", "image/jpeg", "jpeg", "image/jpeg", "json", "application/json",
            "txt", "text/plain; charset=utf-8", "log", "text/plain; charset=utf-8", "csv", "text/csv; charset=utf-8", "pdf", "application/pdf");
    private static final String BYTES = "application/octet-stream";

    /// An attempt, and which of its files are artifacts.
    private record Question(Attempted what, Artifacts named) {}

    /// An artifact, and where it lies if it lies here.
    private record Found(Artifact artifact, Optional<Path> file) {}

    /// What an attempt left: `{"study":"s","trial":7,"attempt":1,"artifacts":[{"name":"a.pt","size":5,"sha256":"…","here":true}]}`.
    Reply list(Visit visit) {
        var question = question(visit, visit.query().allowOnly("attempt"));
        var what = question.what();
        var json = new JsonWriter().startObject().name("study").text(what.study()).name("trial").whole(what.trial())
                .name("attempt").whole(what.attempt()).name("artifacts").startList();
        left(question).values().stream().map(Supplier::get).forEach(found -> {
            ArtifactForm.members(found.artifact(), json.startObject());
            json.name("here").flag(found.file().isPresent()).endObject();
        });
        return Reply.json(json.endList().endObject().finish());
    }

    /// What one of them holds, `from` a byte on.
    Reply file(Visit visit) {
        var query = visit.query().allowOnly("attempt", "from");
        var question = question(visit, query);
        var left = left(question);
        var name = visit.at("name");
        var found = Optional.ofNullable(left.get(name)).map(Supplier::get).orElseThrow(() -> new RequestRefusedException(ErrorCode.NO_RESULT,
                "The artifact '%s' is none of %s.%s".formatted(name, question.what(), Nearest.question(name, left.sequencedKeySet()).map("\n"::concat).orElse(""))));
        long from = query.whole("from", 0, Long.MAX_VALUE / 2, 0);
        if (from > found.artifact().size()) {
            throw new HttpRefusedException(400, "wrong_form", "'from' is %d, but the artifact '%s' has only %d bytes.".formatted(from, name, found.artifact().size()));
        }
        var file = found.file().orElseGet(() -> bringing.bring(question.what(), found.artifact(), question.named()));
        return new Reply.Stream(type(name), headers(found.artifact(), from), out -> copy(file, from, found.artifact().size(), out));
    }

    private Question question(Visit visit, Query query) {
        var name = visit.at("study");
        Looks.checkSees(visit.who(), name);
        int number = visit.number("trial");
        try (var study = studies.read(name)) {
            var trial = study.view().trial(number).orElseThrow(() -> new RequestRefusedException(ErrorCode.UNKNOWN_TRIAL,
                    "Study '%s' has no trial %d.".formatted(name, number)));
            var what = new Attempted(name, number, (int) query.whole("attempt", 1, Math.max(1, trial.attempt()), trial.attempt()));
            if (trial.state() == TrialState.RUNNING && what.attempt() == trial.attempt()) {
                throw new RequestRefusedException(ErrorCode.NOT_ALLOWED, "%s, runs; what it leaves can be had when it has ended.".formatted(what));
            }
            return new Question(what, study.view().settings().artifacts());
        }
    }

    /// What an attempt left, by name; what a file holds is looked at only when somebody wants to know.
    private SequencedMap<String, Supplier<Found>> left(Question question) {
        var what = question.what();
        var left = new LinkedHashMap<String, Supplier<Found>>();
        var here = studies.library().artifacts(what, question.named());
        if (here.isPresent()) {
            here.get().forEach((name, file) -> left.put(name, () -> found(name, file)));
        } else if (ranOnAWorker(what)) {
            var brought = bringing.brought(what.study());
            bringing.list(what, question.named()).artifacts().forEach(a -> left.put(a.name(), () -> new Found(a, brought.find(a))));
        }
        return left;
    }

    private Found found(String name, Path file) {
        var known = digests.of(file);
        return new Found(new Artifact(name, known.size(), known.sha256()), Optional.of(file));
    }

    /// Of what ran in a process here and was not kept, or was asked by hand, no worker knows anything.
    private boolean ranOnAWorker(Attempted what) {
        var ties = EnumSet.noneOf(Tie.class);
        try (var study = studies.read(what.study())) {
            study.view().eventsOf(what.trial(), logged -> {
                if (logged.event() instanceof StudyEvent.Leased leased && leased.attempt() == what.attempt()) {
                    ties.add(leased.tie());
                }
            });
        }
        return ties.contains(Tie.HEARTBEAT);
    }

    private static String type(String name) {
        return TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT), BYTES);
    }

    /// A browser saves it and shows it nowhere; a picture it may show within our page.
    private static Map<String, String> headers(Artifact artifact, long from) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("Cache-Control", "no-store");
        headers.put("Content-Length", Long.toString(artifact.size() - from));
        headers.put("Content-Disposition", "attachment; filename*=UTF-8''"
                + URLEncoder.encode(artifact.name().substring(artifact.name().lastIndexOf('/') + 1), StandardCharsets.UTF_8).replace("+", "%20"));
        headers.put("Content-Security-Policy", "default-src 'none'; sandbox");
        headers.put("ETag", '"' + artifact.sha256() + '"');
        return headers;
    }

    private static void copy(Path file, long from, long to, OutputStream out) throws IOException {
        try (var in = Files.newInputStream(file)) {
            in.skipNBytes(from);
            var buffer = new byte[1 << 16];
            long left = to - from;
            for (int count = 0; left > 0 && count >= 0; left -= Math.max(0, count)) {
                count = in.read(buffer, 0, (int) Math.min(left, buffer.length));
                out.write(buffer, 0, Math.max(0, count));
            }
        }
    }
}
