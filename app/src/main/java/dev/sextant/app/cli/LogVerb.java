package dev.sextant.app.cli;

import dev.sextant.model.trial.TrialRecord;
import dev.sextant.run.output.OutputReader;
import dev.sextant.wire.tree.JsonWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// `log`: what a trial printed.
final class LogVerb implements Verb {
    private static final Flag FOLLOW = Flag.onOff("-f", "go on as long as the trial runs");
    private static final Flag ERRORS = Flag.onOff("--stderr", "what it printed as errors");
    private static final Flag ATTEMPT = Flag.of("--attempt", "N", "of this attempt instead of the latest");

    @Override
    public Usage usage() {
        return Usage.of("log", "what a trial printed").words("[STUDY] [TRIAL]", 2)
                .flags(FOLLOW, ERRORS, ATTEMPT, Usage.JSON)
                .examples("sextant log lenet 17", "sextant log -f");
    }

    @Override
    public ExitCode run(Call call) {
        if (call.has(Usage.JSON) && (call.has(FOLLOW) || call.has(ERRORS))) {
            throw new UsageException("log: --json has both outputs as they are now; it goes with neither -f nor --stderr.");
        }
        var words = TrialWords.of(call, Studies.of(call));
        try (var study = Studies.of(call).read(words.study())) {
            var trial = words.trial().map(number -> TrialWords.record(study, number)).orElseGet(() -> latest(study));
            int attempt = TrialWords.attempt(call, ATTEMPT, study, trial);
            if (call.has(Usage.JSON)) {
                call.out().println(json(study, trial.trial(), attempt));
                return ExitCode.DONE;
            }
            var folder = study.folder().run(trial.trial(), attempt);
            print(call, study, trial, attempt, folder.resolve(stream(call, folder)));
        }
        return ExitCode.DONE;
    }

    /// What it printed as errors where it printed nothing else: most programs that fail do so. Says so, or that there are
    /// errors too.
    private static String stream(Call call, Path folder) {
        boolean errors = Files.exists(folder.resolve("stderr"));
        boolean nothingElse = errors && !Files.exists(folder.resolve("stdout")) && !call.has(FOLLOW);
        if (errors && !call.has(ERRORS)) {
            call.err().println(nothingElse ? "sextant: It printed nothing on its standard output; this is its standard error."
                    : "sextant: It also printed on its standard error; --stderr shows that.");
        }
        return call.has(ERRORS) || nothingElse ? "stderr" : "stdout";
    }

    /// An output that is empty, or was not kept, is an empty text.
    private static String json(StudyReading study, int trial, int attempt) {
        var folder = study.folder().run(trial, attempt);
        return new JsonWriter().startObject().name("study").text(study.name()).name("trial").whole(trial).name("attempt").whole(attempt)
                .name("stdout").text(text(folder.resolve("stdout"))).name("stderr").text(text(folder.resolve("stderr")))
                .endObject().finish();
    }

    /// What is not UTF-8 becomes the character that stands for such.
    private static String text(Path file) {
        var printed = new ByteArrayOutputStream();
        try {
            if (Files.exists(file)) {
                new OutputReader(file).copy(printed);
            }
            return printed.toString(StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static void print(Call call, StudyReading study, TrialRecord trial, int attempt, Path file) {
        boolean runs = Tail.isRunning(study, trial.trial(), attempt);
        if (!Files.exists(file) && !(runs && call.has(FOLLOW))) {
            call.err().println("sextant: Trial %d of study '%s' %s.".formatted(trial.trial(), study.name(),
                    attempt == 0 ? "has not run yet" : "printed nothing, or its output was not kept (%s)".formatted(file)));
            return;
        }
        try {
            if (call.has(FOLLOW)) {
                new Tail(study, trial.trial(), call).follow(file, attempt, call.count(ATTEMPT).isEmpty());
            } else {
                new OutputReader(file).copy(call.out());
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// The trial that was started last.
    private static TrialRecord latest(StudyReading study) {
        var latest = new TrialRecord[1];
        study.view().trials(t -> {
            if (t.started().isPresent() && (latest[0] == null || !t.started().get().isBefore(latest[0].started().orElseThrow()))) {
                latest[0] = t;
            }
        });
        return Optional.ofNullable(latest[0]).orElseThrow(() -> new UsageException(
                "No trial of study '%s' has run yet.".formatted(study.name())));
    }
}
