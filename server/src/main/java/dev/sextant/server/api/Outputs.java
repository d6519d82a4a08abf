package dev.sextant.server.api;

import dev.sextant.server.access.Identity;
import dev.sextant.server.http.HttpRefusedException;
import dev.sextant.server.http.Reply;
import dev.sextant.server.http.Visit;
import dev.sextant.server.request.ErrorCode;
import dev.sextant.server.request.RequestRefusedException;
import dev.sextant.server.request.StudyLibrary;
import dev.sextant.wire.tree.JsonWriter;
import dev.sextant.wire.tree.Node;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// What trials print, for those who look. What they print on workers elsewhere nobody keeps here: whoever asks for it waits until the workers have been
/// heard, which are told what is wanted, and the one that has it sends it. Thread-safe.
final class Outputs {
    /// Longer than from one heartbeat to the next.
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final int MOST_AT_ONCE = 1 << 18;
    private static final List<String> STREAMS = List.of("stdout", "stderr");
    private static final List<String> MEMBERS = List.of("study", "trial", "attempt", "stream", "from", "text", "next");

    private final OpenStudies studies;
    private final Set<Waiting> waiting = ConcurrentHashMap.newKeySet();

    Outputs(OpenStudies studies) {
        this.studies = studies;
    }

    /// @param from a byte
    private record Wanted(String study, long trial, long attempt, String stream, long from) {
        void write(JsonWriter json) {
            json.name("study").text(study).name("trial").whole(trial).name("attempt").whole(attempt).name("stream").text(stream).name("from").whole(from);
        }
    }

    /// One who waits; several may wait for the same.
    private record Waiting(Wanted what, CompletableFuture<Printed> answer) {}

    /// @param next the byte behind the text
    private record Printed(String text, long next) {}

    /// What an attempt has printed from a byte on: `{"study":"s","trial":7,"attempt":1,"stream":"stdout","from":0,"text":"…","next":1234}`.
    Reply log(Visit visit) {
        var query = visit.query().allowOnly("stream", "from", "attempt");
        var stream = query.text("stream").orElse(STREAMS.getFirst());
        if (!STREAMS.contains(stream)) {
            throw new HttpRefusedException(400, "wrong_form", "'stream' must be %s, not '%s'.".formatted(String.join(" or ", STREAMS), stream));
        }
        int trial = visit.number("trial");
        long attempt = query.whole("attempt", 1, Integer.MAX_VALUE, latest(visit, trial));
        var what = new Wanted(visit.at("study"), trial, attempt, stream, query.whole("from", 0, Long.MAX_VALUE / 2, 0));
        var printed = attempt == 0 ? new Printed("", 0) : found(what);
        var json = new JsonWriter().startObject();
        what.write(json);
        return Reply.json(json.name("text").text(printed.text()).name("next").whole(printed.next()).endObject().finish());
    }

    private int latest(Visit visit, int trial) {
        Looks.checkSees(visit.who(), visit.at("study"));
        try (var study = studies.read(visit.at("study"))) {
            return study.view().trial(trial).orElseThrow(() -> new RequestRefusedException(ErrorCode.UNKNOWN_TRIAL,
                    "Study '%s' has no trial %d.".formatted(visit.at("study"), trial))).attempt();
        }
    }

    /// What lies in the home, where the attempt ran there; else what the worker says.
    private Printed found(Wanted what) {
        var kept = new OutputWindow(what.from(), MOST_AT_ONCE);
        boolean here = studies.library().copyOutput(new StudyLibrary.Printed(what.study(), (int) what.trial(), (int) what.attempt(), what.stream().equals("stderr")), kept);
        return here ? new Printed(kept.text(), kept.next()) : asked(what);
    }

    private Printed asked(Wanted what) {
        var one = new Waiting(what, new CompletableFuture<>());
        waiting.add(one);
        try {
            return one.answer().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException _) {
            throw new RequestRefusedException(ErrorCode.NO_RESULT, "No worker that was heard has what trial %d of '%s', attempt %d, printed."
                    .formatted(what.trial(), what.study(), what.attempt()));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new RequestRefusedException(ErrorCode.STORE_FAILED, "The server is ending.\nCome back when it runs again.");
        } catch (ExecutionException impossible) {
            throw new IllegalStateException("Answers do not fail.", impossible);
        } finally {
            waiting.remove(one);
        }
    }

    /// Writes what is wanted, as a member of the answer to a heartbeat; nothing if nothing is.
    ///
    /// @param who hears it; of studies that he may not see, nothing
    void write(Identity who, JsonWriter json) {
        var wanted = waiting.stream().map(Waiting::what).filter(what -> who.sees(what.study())).distinct().toList();
        if (!wanted.isEmpty()) {
            json.name("wanted").startList();
            wanted.forEach(what -> {
                what.write(json.startObject());
                json.endObject();
            });
            json.endList();
        }
    }

    /// Takes what a worker has: the members of what was wanted, with `text` and `next`.
    Reply take(Visit visit) {
        visit.query().allowOnly();
        var body = visit.object();
        body.members().stream().filter(m -> !MEMBERS.contains(m.name())).findFirst().ifPresent(m -> {
            throw m.at().error("An output has no member '%s'; members: %s.".formatted(m.name(), String.join(", ", MEMBERS)));
        });
        var what = new Wanted(text(body, "study"), whole(body, "trial"), whole(body, "attempt"), text(body, "stream"), whole(body, "from"));
        Looks.checkSees(visit.who(), what.study());
        var printed = new Printed(text(body, "text"), whole(body, "next"));
        waiting.stream().filter(one -> one.what().equals(what)).forEach(one -> one.answer().complete(printed));
        return Reply.json("{\"ok\":true}");
    }

    private static String text(Node.Obj body, String name) {
        if (member(body, name) instanceof Node.Text(String text, _)) {
            return text;
        }
        throw body.at().error("An output needs the text '%s'.".formatted(name));
    }

    private static long whole(Node.Obj body, String name) {
        if (member(body, name) instanceof Node.Num number && number.isWhole() && number.literal().length() < 19) {
            return Long.parseLong(number.literal());
        }
        throw body.at().error("An output needs the whole number '%s'.".formatted(name));
    }

    private static Node member(Node.Obj body, String name) {
        return body.find(name).map(Node.Member::value).orElse(body);
    }
}
