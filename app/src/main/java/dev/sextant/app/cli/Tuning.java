package dev.sextant.app.cli;

import dev.sextant.app.results.Results;
import dev.sextant.app.terminal.EndScreen;
import dev.sextant.app.terminal.Look;
import dev.sextant.engine.StudyDesk;
import dev.sextant.engine.port.StudyView;
import dev.sextant.model.study.Ending;
import dev.sextant.model.study.Settings;
import dev.sextant.model.trial.TrialRecord;
import dev.sextant.model.trial.TrialState;
import dev.sextant.run.launch.Launcher;
import dev.sextant.run.machine.Slots;
import dev.sextant.run.worker.LocalRunner;
import dev.sextant.run.worker.TrialPlan;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;

/// Runs a study that this process holds, on this machine, to the end of its budget or until somebody interrupts.
final class Tuning {
    private final Call call;
    private final HeldStudy held;
    private final Slots slots;
    private final AtomicReference<String> stopped = new AtomicReference<>("");

    /// @param slots how many trials run at once
    Tuning(Call call, HeldStudy held, Slots slots) {
        this.call = call;
        this.held = held;
        this.slots = slots;
    }

    /// Runs the study with some settings and prints how it ended. The study is closed afterwards.
    ExitCode run(Settings settings) {
        var store = new ObservedStore(held.store());
        var showing = Showing.start(store, Screens.of(call, store, slots.count()));
        String why;
        ExitCode code;
        try (held; showing) {
            var desk = HeldStudy.desk(store);
            desk.change(settings);
            desk.resumeStudy();
            desk.begin(held.holder());
            var ending = run(desk, settings);
            why = why(ending);
            desk.end(why);
            code = code(desk, ending);
            showing.close();
            if (!call.has(Usage.JSON)) {
                end(store, why).render(look()).forEach(call.out()::println);
            }
        }
        return code;
    }

    private List<Ending> run(StudyDesk desk, Settings settings) {
        var plan = TrialPlan.of(desk.spec(), settings, held.folder().resolve("runs"));
        var runner = new AtomicReference<LocalRunner>();
        var source = new DeskSource(desk, held.holder(), () -> runner.get().interrupt());
        runner.set(new LocalRunner(plan, slots, source, Launcher.best()));
        try (var interrupts = Interrupts.listen(count -> interrupted(count, runner.get()))) {
            runner.get().run();
            return interrupts.count() > 0 ? List.of() : source.ending().stream().toList();
        }
    }

    private void interrupted(int count, LocalRunner runner) {
        if (count == 1) {
            stopped.set("interrupted");
            call.err().println("\nStopping: running trials get TERM and return to the queue. Once more: KILL.");
            runner.interrupt();
        } else {
            runner.kill();
        }
    }

    private String why(List<Ending> ending) {
        return stopped.get().isEmpty() ? ending.stream().map(Ending::why).findFirst().orElse("interrupted") : stopped.get();
    }

    private static ExitCode code(StudyDesk desk, List<Ending> ending) {
        if (ending.isEmpty()) {
            return ExitCode.INTERRUPTED;
        }
        return switch (ending.getFirst().kind()) {
            case FAILURES -> ExitCode.LIMIT;
            case HALTED -> ExitCode.MACHINE_FAILED;
            case TRIALS, TIME, TARGET, PATIENCE, EXHAUSTED ->
                    desk.progress().count(TrialState.COMPLETE) > 0 ? ExitCode.DONE : ExitCode.NOTHING_SUCCEEDED;
        };
    }

    private Look look() {
        return call.console().terminals().out() ? Look.of(call.console().environment()) : new Look(false, true);
    }

    private EndScreen end(StudyView view, String why) {
        var results = Results.of(view, Instant.now());
        var best = BestVerb.best(results);
        return new EndScreen(results.spec(), why, results.counts().getOrDefault(TrialState.COMPLETE, 0),
                results.counts().getOrDefault(TrialState.PRUNED, 0), best,
                some(results, t -> t.state() == TrialState.COMPLETE).stream().findFirst(),
                some(results, t -> t.state() == TrialState.FAILED),
                best.stream().findFirst().flatMap(t -> Pasted.line(results.spec(), t.configuration())),
                held.folder().toString(), "sextant tune " + held.name() + more(results, why));
    }

    private static List<TrialRecord> some(Results results, Predicate<TrialRecord> wanted) {
        return results.trials().stream().filter(wanted).toList();
    }

    /// What to add to the command so that going on does something.
    private static String more(Results results, String why) {
        return why.startsWith("the budget of") && why.contains("trials") ? " --trials " + 2 * results.trials().size() : "";
    }
}
