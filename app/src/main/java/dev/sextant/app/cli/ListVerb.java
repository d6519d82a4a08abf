package dev.sextant.app.cli;

import dev.sextant.app.results.Figures;
import dev.sextant.app.results.Results;
import dev.sextant.engine.port.StoreException;
import dev.sextant.model.trial.TrialRecord;
import dev.sextant.model.trial.TrialState;
import dev.sextant.wire.tree.JsonWriter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// `list`: all studies of a home.
final class ListVerb implements Verb {
    private static final Flag NAMES = Flag.onOff("--names", "only the names, one a line");

    @Override
    public Usage usage() {
        return Usage.of("list", "all studies: how far they are, and the best of each").flags(NAMES, Usage.JSON)
                .examples("sextant list", "sextant list --json --home /scratch/me/.sextant");
    }

    /// @param best the value of the first objective; empty if nothing is complete
    /// @param bestText the same in words; with several objectives, how large the front is
    /// @param tags what people wrote to find it by
    private record Line(String name, String state, String processState, boolean paused, int finished, int failed, String metric, Optional<Double> best,
            String bestText, List<String> tags) {}

    @Override
    public ExitCode run(Call call) {
        var studies = Studies.of(call);
        if (call.has(NAMES)) {
            studies.names().forEach(call.out()::println);
            return ExitCode.DONE;
        }
        var lines = studies.names().stream().map(n -> line(call, studies, n)).flatMap(Optional::stream).toList();
        if (call.has(Usage.JSON)) {
            call.out().println(json(lines));
        } else if (lines.isEmpty()) {
            call.err().println("There is no study in %s yet.".formatted(studies.home().folder()));
        } else {
            print(call, lines);
        }
        return ExitCode.DONE;
    }

    /// A damaged study does not keep the others from being listed.
    private static Optional<Line> line(Call call, Studies studies, String name) {
        try (var study = studies.read(Optional.of(name))) {
            var results = Results.of(study.view(), Instant.now());
            int finished = (int) results.trials().stream().filter(t -> t.state().countsAsTrial()).count();
            int failed = (int) results.trials().stream().filter(t -> t.state() == TrialState.FAILED).count();
            var best = results.best(results.first()).map(t -> value(results, t));
            return Optional.of(new Line(name, study.state(), study.processState(), study.isPaused().getAsBoolean(), finished, failed,
                    results.first().metric(), best, bestText(results, best), study.view().settings().remarks().tags()));
        } catch (StoreException damaged) {
            call.err().println("sextant: " + damaged.getMessage());
            return Optional.empty();
        }
    }

    private static String bestText(Results results, Optional<Double> best) {
        return best.map(b -> results.hasSeveralObjectives() ? "front of " + BestVerb.best(results).size()
                : results.first().metric() + "=" + Figures.number(b)).orElseGet(() -> results.nearest().isPresent() ? "none keeps the limits" : "-");
    }

    private static double value(Results results, TrialRecord trial) {
        return Results.value(trial, results.first()).orElseThrow();
    }

    private static void print(Call call, List<Line> lines) {
        boolean tagged = lines.stream().anyMatch(l -> !l.tags.isEmpty());
        var table = new Table(cells(tagged, "study", "state", "finished", "failed", "best", "tags"));
        lines.forEach(l -> table.row(cells(tagged, l.name, l.state, Integer.toString(l.finished), Integer.toString(l.failed), l.bestText, String.join(", ", l.tags))));
        table.print(call.out());
    }

    /// @param tagged whether any study has tags: without, nobody needs to see where they would stand
    private static List<String> cells(boolean tagged, String... cells) {
        return List.of(cells).subList(0, tagged ? cells.length : cells.length - 1);
    }

    private static String json(List<Line> lines) {
        var json = new JsonWriter().startObject().name("studies").startList();
        for (var line : lines) {
            json.startObject().name("study").text(line.name).name("state").text(line.processState)
                    .name("paused").flag(line.paused).name("finished").whole(line.finished).name("failed").whole(line.failed).name("metric").text(line.metric);
            line.best.ifPresent(b -> json.name("best").number(b));
            if (!line.tags.isEmpty()) {
                json.name("tags").texts(line.tags);
            }
            json.endObject();
        }
        return json.endList().endObject().finish();
    }
}
