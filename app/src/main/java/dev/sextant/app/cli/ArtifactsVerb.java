package dev.sextant.app.cli;

import dev.sextant.app.file.OutputFile;
import dev.sextant.app.results.Figures;
import dev.sextant.model.text.Nearest;
import dev.sextant.model.trial.Artifact;
import dev.sextant.model.trial.TrialRecord;
import dev.sextant.wire.tree.JsonWriter;
import dev.sextant.wire.trial.ArtifactForm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// `artifacts`: the files that trials left and that their study names, or one of them.
final class ArtifactsVerb implements Verb {
    private static final Flag OUTPUT = Flag.of("--output", "FILE", "where to (default: standard output)");
    private static final Flag ATTEMPT = Flag.of("--attempt", "N", "of this attempt instead of the latest");

    @Override
    public Usage usage() {
        return Usage.of("artifacts", "files that trials left, or one of them").words("[STUDY] [TRIAL] [NAME]", 3)
                .flags(OUTPUT, ATTEMPT, Usage.JSON)
                .examples("sextant artifacts lenet", "sextant artifacts lenet 17 model.pt --output best.pt");
    }

    /// What one attempt left.
    private record Left(int trial, int attempt, List<Artifact> artifacts) {}

    @Override
    public ExitCode run(Call call) {
        var words = TrialWords.of(call, Studies.of(call));
        boolean isOne = words.others().size() > 1;
        checkFlags(call, words, isOne);
        try (var study = Studies.of(call).read(words.study())) {
            if (isOne) {
                give(call, study, words);
            } else {
                var left = words.trial().map(number -> List.of(ofOne(call, study, TrialWords.record(study, number)))).orElseGet(() -> ofAll(study));
                print(call, study, left, words.trial().isPresent());
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return ExitCode.DONE;
    }

    private static void checkFlags(Call call, TrialWords words, boolean isOne) {
        if (call.has(OUTPUT) && !isOne) {
            throw new UsageException("artifacts: --output is for one artifact: sextant artifacts STUDY TRIAL NAME --output FILE");
        }
        if (call.has(Usage.JSON) && isOne) {
            throw new UsageException("artifacts: --json lists artifacts; leave it out to have one of them.");
        }
        if (call.has(ATTEMPT) && words.trial().isEmpty()) {
            throw new UsageException("artifacts: --attempt is one of a trial: sextant artifacts STUDY TRIAL --attempt N");
        }
    }

    private static Left ofOne(Call call, StudyReading study, TrialRecord trial) {
        int attempt = TrialWords.attempt(call, ATTEMPT, study, trial);
        checkEnded(study, trial, attempt);
        return left(study, trial.trial(), attempt);
    }

    private static void checkEnded(StudyReading study, TrialRecord trial, int attempt) {
        if (Tail.isRunning(study, trial.trial(), attempt)) {
            throw new UsageException("Trial %d of study '%s' runs; what it leaves can be had when it has ended.".formatted(trial.trial(), study.name()));
        }
    }

    private static List<Left> ofAll(StudyReading study) {
        var ended = new ArrayList<TrialRecord>();
        study.view().trials(trial -> ended.addAll(trial.attempt() > 0 ? List.of(trial) : List.of()));
        return ended.stream().filter(trial -> !Tail.isRunning(study, trial.trial(), trial.attempt()))
                .map(trial -> left(study, trial.trial(), trial.attempt())).filter(left -> !left.artifacts().isEmpty()).toList();
    }

    private static Left left(StudyReading study, int trial, int attempt) {
        return new Left(trial, attempt, KeptArtifacts.of(study.folder(), study.view().settings().artifacts()).list(trial, attempt));
    }

    private static void print(Call call, StudyReading study, List<Left> left, boolean ofOne) {
        if (call.has(Usage.JSON)) {
            call.out().println(json(study, left));
            return;
        }
        if (left.stream().allMatch(l -> l.artifacts().isEmpty())) {
            call.err().println("sextant: " + (namesNone(study) ? advice(study) : "There are no artifacts of study '%s' here that it names.".formatted(study.name())));
            return;
        }
        var table = new Table(ofOne ? List.of("size", "sha256", "name") : List.of("trial", "size", "name"));
        left.forEach(l -> l.artifacts().forEach(artifact -> table.whole(ofOne
                ? List.of(Figures.size(artifact.size()), artifact.sha256(), artifact.name())
                : List.of(Integer.toString(l.trial()), Figures.size(artifact.size()), artifact.name()))));
        table.print(call.out());
    }

    private static boolean namesNone(StudyReading study) {
        return study.view().settings().artifacts().files().isEmpty();
    }

    private static String advice(StudyReading study) {
        return "Study '%s' names no artifacts. From the next run on: sextant tune %s --artifact model.pt".formatted(study.name(), study.name());
    }

    private static String json(StudyReading study, List<Left> left) {
        var json = new JsonWriter().startObject().name("study").text(study.name()).name("artifacts").startList();
        left.forEach(l -> l.artifacts().forEach(artifact -> {
            ArtifactForm.members(artifact, json.startObject().name("trial").whole(l.trial()).name("attempt").whole(l.attempt()));
            json.endObject();
        }));
        return json.endList().endObject().finish();
    }

    private static void give(Call call, StudyReading study, TrialWords words) throws IOException {
        var trial = TrialWords.record(study, words.others().getFirst());
        int attempt = TrialWords.attempt(call, ATTEMPT, study, trial);
        checkEnded(study, trial, attempt);
        var file = file(study, trial.trial(), attempt, words.others().get(1));
        if (call.has(OUTPUT)) {
            var target = call.console().path(call.value(OUTPUT).orElseThrow());
            OutputFile.writeBytes(target, out -> Files.copy(file, out));
            call.out().println(target);
        } else {
            Files.copy(file, call.out());
        }
    }

    private static Path file(StudyReading study, int trial, int attempt, String name) {
        if (namesNone(study)) {
            throw new UsageException(advice(study));
        }
        var kept = KeptArtifacts.of(study.folder(), study.view().settings().artifacts());
        return kept.find(trial, attempt, name).orElseThrow(() -> new UsageException("Trial %d of study '%s' has no artifact '%s' here.%s".formatted(
                trial, study.name(), name, Nearest.question(name, kept.names(trial, attempt)).map("\n"::concat).orElse(kept.ranHere(trial, attempt) ? ""
                        : "\nWhat it left on a worker can be had from the server of the study: on the page of the trial, or over HTTP."))));
    }
}
