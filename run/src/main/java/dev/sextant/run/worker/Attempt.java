package dev.sextant.run.worker;

import dev.sextant.model.trial.Decision;
import dev.sextant.model.trial.Lease;
import dev.sextant.model.trial.Outcome;
import dev.sextant.run.figure.MetricReader;
import dev.sextant.run.figure.Reading;
import dev.sextant.run.figure.ResultFile;
import dev.sextant.run.figure.Tally;
import dev.sextant.run.launch.Command;
import dev.sextant.run.launch.Exit;
import dev.sextant.run.launch.Launch;
import dev.sextant.run.launch.Launched;
import dev.sextant.run.launch.Launcher;
import dev.sextant.run.launch.OutputSink;
import dev.sextant.run.output.FileTrouble;
import dev.sextant.run.output.LastLines;
import dev.sextant.run.output.OutputFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.LongConsumer;

/// One attempt at a trial, from the making of its folder to its outcome, on the thread of a slot.
///
/// [#stop] and [#kill] may be called by any thread, also before and after the program runs.
final class Attempt {
    private final StudyRun study;
    private final TrialPlan plan;
    private final Lease lease;
    private final Runnable durable;
    private final RunFolder folder;
    private final Tally tally;
    private final MetricReader reader;
    private final StepReports reports;
    private final LastLines lastOut = new LastLines();
    private final LastLines lastErr = new LastLines();
    private Optional<Watch> watch = Optional.empty();
    private Optional<Stop> early = Optional.empty();
    private boolean killed;
    private boolean full;
    private Optional<RuntimeException> broken = Optional.empty();

    Attempt(Work.Run work) {
        study = work.study();
        plan = study.plan();
        lease = work.lease();
        durable = work.durable();
        folder = plan.folder(lease);
        tally = new Tally(plan.spec().objectives(), plan.spec().recorded(), plan.program().take());
        reports = new StepReports(study.link(), lease);
        var metrics = plan.spec().metrics();
        reader = plan.program().pattern().map(pattern -> MetricReader.pattern(pattern, metrics, this::hear))
                .orElseGet(() -> MetricReader.named(metrics, this::hear));
    }

    StudyRun study() {
        return study;
    }

    Lease lease() {
        return lease;
    }

    RunFolder folder() {
        return folder;
    }

    /// Stops the program, or keeps it from being started.
    synchronized void stop(Stop reason) {
        early = early.isEmpty() ? Optional.of(reason) : early;
        watch.ifPresent(running -> running.stop(reason));
    }

    /// As [#stop], without grace.
    synchronized void kill() {
        stop(new Stop.Interrupted());
        killed = true;
        watch.ifPresent(Watch::kill);
    }

    /// Runs the program.
    ///
    /// @param started is told the process
    /// @return what to tell; empty if nobody wants to hear of it
    Optional<Outcome> run(Launcher launcher, Command command, LongConsumer started) {
        try (var stdout = new OutputFile(folder.stdout()); var stderr = new OutputFile(folder.stderr())) {
            if (early().isPresent()) {
                return early().flatMap(stop -> stop.outcome(tally.metrics(), ""));
            }
            var lack = Staging.prepare(plan, lease, folder);
            durable.run();
            if (lack.isPresent()) {
                return lack.map(Outcome.Failed::because);
            }
            var launch = launcher.launch(command, guarded((bytes, length) -> {
                stdout.accept(bytes, length);
                lastOut.accept(bytes, length);
                reader.accept(bytes, length);
            }), guarded((bytes, length) -> {
                stderr.accept(bytes, length);
                lastErr.accept(bytes, length);
            }));
            return switch (launch) {
                case Launch.Refused(String reason) -> Optional.of(Outcome.Failed.because(reason));
                case Launch.Started(var process) -> follow(process, started);
            };
        } catch (IOException failed) {
            return unusable(FileTrouble.text(failed));
        } catch (UncheckedIOException failed) {
            return unusable(FileTrouble.text(failed));
        }
    }

    private Optional<Outcome> unusable(String why) {
        return Optional.of(new Outcome.Failed("the run folder could not be used: " + why, lastOfErrors()));
    }

    private Optional<Outcome> follow(Launched process, LongConsumer started) {
        try (process) {
            var running = new Watch(process, plan.settings().timeout(), plan.settings().grace());
            try {
                started.accept(process.pid());
                begin(running);
                var exit = running.awaitExit();
                running.endLeftovers(folder.path());
                reader.finish();
                broken.ifPresent(thrown -> {
                    throw thrown;
                });
                return running.stopped().map(stop -> stop.outcome(tally.metrics(), lastOfErrors())).orElseGet(() -> Optional.of(outcome(exit)));
            } catch (RuntimeException thrown) {
                running.kill();
                throw thrown;
            }
        }
    }

    /// A sink whose failures end the program instead of the thread that follows it.
    private OutputSink guarded(OutputSink sink) {
        return (bytes, length) -> {
            if (broken.isPresent() || full) {
                return;
            }
            try {
                sink.accept(bytes, length);
            } catch (UncheckedIOException failed) {
                full = true;
                stop(new Stop.Unwritable(FileTrouble.text(failed)));
            } catch (RuntimeException thrown) {
                broken = Optional.of(thrown);
                stop(new Stop.Interrupted());
            }
        };
    }

    private synchronized Optional<Stop> early() {
        return early;
    }

    private synchronized void begin(Watch running) {
        watch = Optional.of(running);
        early.ifPresent(running::stop);
        if (killed) {
            running.kill();
        }
    }

    private void hear(Reading reading) {
        tally.add(reading);
        switch (reports.hear(reading)) {
            case Decision.CONTINUE -> { }
            case Decision.STOP -> stop(new Stop.Pruned());
            case Decision.PAUSE -> {
                if (!endsByItself(reading)) {
                    stop(new Stop.Paused());
                }
            }
        }
    }

    /// A program that knows where to end has its last figures to print and its checkpoint to save, and may, until it reports
    /// a step beyond.
    private boolean endsByItself(Reading reading) {
        return plan.tellsFidelity() && lease.fidelity().isPresent() && reading.step().orElse(0) <= lease.fidelity().getAsLong();
    }

    private Outcome outcome(Exit exit) {
        if (!exit.success()) {
            return new Outcome.Failed(exit.toString(), lastOfErrors());
        }
        return switch (ResultFile.at(folder.result())) {
            case ResultFile.Unreadable(String reason) -> new Outcome.Failed(reason, lastOfOutput());
            case ResultFile.Read(Reading reading) -> {
                tally.override(reading);
                yield measured();
            }
            case ResultFile.Absent() -> measured();
        };
    }

    private Outcome measured() {
        var lack = reader.gaveUp() ? reader.trouble() : tally.lack(plan.spec().neededMetrics()).map(reason -> reason + reader.trouble().map("; "::concat).orElse(""));
        return lack.<Outcome>map(reason -> new Outcome.Failed(reason, lastOfOutput())).orElseGet(() -> new Outcome.Completed(tally.metrics()));
    }

    private String lastOfErrors() {
        return lastErr.text().isBlank() ? lastOut.text() : lastErr.text();
    }

    private String lastOfOutput() {
        return lastOut.text().isBlank() ? lastErr.text() : lastOut.text();
    }
}
