package dev.sextant.app.cli;

import dev.sextant.app.results.Figures;
import dev.sextant.app.results.Results;
import dev.sextant.app.terminal.EndScreen;
import dev.sextant.app.terminal.Look;
import dev.sextant.engine.Progress;
import dev.sextant.engine.StudyDesk;
import dev.sextant.engine.port.StudyView;
import dev.sextant.model.study.Budget;
import dev.sextant.model.study.Ending;
import dev.sextant.model.study.Limit;
import dev.sextant.model.study.Settings;
import dev.sextant.model.text.SpanText;
import dev.sextant.model.trial.Lease;
import dev.sextant.model.trial.TrialRecord;
import dev.sextant.model.trial.TrialState;
import dev.sextant.run.command.ShellQuoting;
import dev.sextant.run.launch.Launcher;
import dev.sextant.run.machine.Slots;
import dev.sextant.run.worker.LocalRunner;
import dev.sextant.run.worker.TrialPlan;
import dev.sextant.store.home.HeldStudy;
import dev.sextant.store.home.Machine;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;

/// Runs a study that this process holds, on this machine, to the end of its budget or until somebody interrupts.
final class Tuning {
    private static final Duration SOON = Duration.ofSeconds(2);

    private final Call call;
    private final HeldStudy held;
    private final Slots slots;
    private final String worker = "%s:%d".formatted(Machine.here().host(), ProcessHandle.current().pid());
    private final AtomicLong heldUpSince = new AtomicLong();
    private final AtomicReference<String> stopped = new AtomicReference<>("");

    /// @param slots how many trials run at once
    Tuning(Call call, HeldStudy held, Slots slots) {
        this.call = call;
        this.held = held;
        this.slots = slots;
    }

    /// Runs the study with some settings and prints how it ended. The study is let go afterwards.
    ExitCode run(Settings settings) {
        var store = new ObservedStore(held.store());
        try (held) {
            var run = shown(store, settings);
            if (CrayLogs.isKeptBy(store.spec())) {
                CrayLogs.write(store, held.folder().path());
            }
            if (!call.has(Usage.JSON)) {
                end(store, run.ending()).render(look()).forEach(call.out()::println);
            }
            return code(run);
        }
    }

    /// @param ending why nothing more was started; empty if somebody stopped the run
    private record Run(Optional<Ending> ending, Progress progress) {}

    private Run shown(ObservedStore store, Settings settings) {
        try (var showing = Showing.start(store, Screens.of(call, store, slots.count()))) {
            var desk = Desks.open(store);
            desk.change(settings);
            desk.resumeStudy();
            desk.begin(worker);
            var ending = run(desk, settings, showing);
            desk.end(why(ending));
            return new Run(ending, desk.progress());
        }
    }

    private Optional<Ending> run(StudyDesk desk, Settings settings, Showing showing) {
        var plan = TrialPlan.of(desk.spec(), settings, held.folder().runs());
        var runner = new AtomicReference<LocalRunner>();
        var source = new DeskSource(desk, plan, worker,
                new DeskSource.Listener(() -> runner.get().interrupt(), byHand -> heldUp(byHand, showing)));
        runner.set(new LocalRunner(source, slots, Launcher.best(), LocalRunner.Leftovers.of(plan)));
        try (var _ = Interrupts.listen(count -> interrupted(count, runner.get(), showing));
                var _ = Listening.to(held, new Steered(desk, plan.runs(), runner.get(), stopped::set), call.console())) {
            runner.get().run();
        }
        return stopped.get().isEmpty() ? source.ending() : Optional.empty();
    }

    /// Says, once and not for a moment's sake, what nothing but a person can go on with.
    private void heldUp(List<Lease> byHand, Showing showing) {
        long now = System.nanoTime();
        long since = heldUpSince.updateAndGet(first -> first == 0 ? now : first);
        if (now - since >= SOON.toNanos() && heldUpSince.compareAndSet(since, Long.MAX_VALUE)) {
            var name = held.folder().name();
            int trial = byHand.getFirst().trial();
            say(showing, "Waiting for trial %d%s, asked for by hand and not told yet: 'sextant tell %s %d %s=…%s', or give it up: 'sextant stop %s %d%s'."
                    .formatted(trial, byHand.size() == 1 ? "" : " and %d more".formatted(byHand.size() - 1), name, trial,
                            held.store().spec().objectives().getFirst().metric(), home(), name, trial, home()));
        }
    }

    private void interrupted(int count, LocalRunner runner, Showing showing) {
        if (count == 1) {
            stopped.set("interrupted");
            say(showing, "Stopping: running trials get TERM and return to the queue. Once more: KILL.");
            runner.interrupt();
        } else {
            runner.kill();
        }
    }

    /// A signal is answered even where no progress is wanted.
    private void say(Showing showing, String line) {
        if (call.has(Screens.QUIET)) {
            call.err().println(line);
        } else {
            showing.say(line);
        }
    }

    private String why(Optional<Ending> ending) {
        return ending.map(Ending::why).orElseGet(() -> stopped.get().isEmpty() ? "interrupted" : stopped.get());
    }

    private static ExitCode code(Run run) {
        return run.ending().map(Ending::kind).map(kind -> switch (kind) {
            case FAILURES -> ExitCode.LIMIT;
            case HALTED -> ExitCode.MACHINE_FAILED;
            case TRIALS, TIME, TARGET, PATIENCE, IMPROVEMENT, EXHAUSTED ->
                    !run.progress().best().isEmpty() ? ExitCode.DONE : ExitCode.NOTHING_SUCCEEDED;
        }).orElse(ExitCode.INTERRUPTED);
    }

    private Look look() {
        return call.console().terminals().out() ? Look.of(call.console().environment()) : new Look(false, true);
    }

    private EndScreen end(StudyView view, Optional<Ending> ending) {
        var results = Results.of(view, Instant.now());
        var best = BestVerb.best(results);
        return new EndScreen(results.spec(), why(ending) + returned(results, ending), results.counts().getOrDefault(TrialState.COMPLETE, 0),
                results.counts().getOrDefault(TrialState.PRUNED, 0), results.infeasible(), results.nearest(), best,
                some(results, t -> t.state() == TrialState.COMPLETE).stream().findFirst(),
                some(results, t -> t.state() == TrialState.FAILED),
                best.stream().findFirst().flatMap(t -> Pasted.line(results.spec(), t.trial(), t.configuration())),
                held.folder().path().toString(), goOn(results, view.settings().budget(), ending), home());
    }

    /// What became of the trials that ran when somebody stopped the run.
    private static String returned(Results results, Optional<Ending> ending) {
        int count = some(results, t -> t.state() == TrialState.QUEUED && t.attempt() > 0).size();
        int standing = results.counts().getOrDefault(TrialState.PAUSED, 0);
        return (ending.isPresent() || count == 0 ? "" : ", and %s went back to the queue".formatted(Figures.count(count, "unfinished trial")))
                + (standing == 0 ? "" : "; %s part of the way".formatted(standing == 1 ? "1 stands" : standing + " stand"));
    }

    private static List<TrialRecord> some(Results results, Predicate<TrialRecord> wanted) {
        return results.trials().stream().filter(wanted).toList();
    }

    /// The command line with which going on does something.
    private String goOn(Results results, Budget budget, Optional<Ending> ending) {
        var name = results.spec().name();
        var again = "sextant tune " + name + home();
        if (results.counts().containsKey(TrialState.FAILED) && !results.counts().containsKey(TrialState.COMPLETE)) {
            return "sextant retry %s --failed%s && %s".formatted(name, home(), again);
        }
        return ending.map(Ending::kind).map(kind -> switch (kind) {
            case TRIALS -> again + " --trials " + 2 * results.trials().size();
            case TIME -> again + budget.limit(Limit.Time.class).map(l -> " --time " + SpanText.of(l.span().multipliedBy(2))).orElse("");
            case PATIENCE -> again + budget.limit(Limit.Patience.class).map(l -> " --patience " + 2 * l.trials()).orElse("");
            case IMPROVEMENT -> again + " --stop-when off";
            case TARGET -> "the target is reached; with a better one: %s --stop-at VALUE".formatted(again);
            case EXHAUSTED -> "nothing is left to try; in a wider space the study goes on with --evolve";
            case FAILURES, HALTED -> again;
        }).orElse(again);
    }

    /// What a command line needs to find the study where this one did.
    private String home() {
        return call.value(Usage.HOME).map(folder -> " --home " + ShellQuoting.quote(folder)).orElse("");
    }
}
