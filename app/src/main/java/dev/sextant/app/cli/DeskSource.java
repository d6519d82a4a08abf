package dev.sextant.app.cli;

import dev.sextant.engine.Asked;
import dev.sextant.engine.StudyDesk;
import dev.sextant.model.study.Ending;
import dev.sextant.model.study.Keep;
import dev.sextant.model.trial.Decision;
import dev.sextant.model.trial.Lease;
import dev.sextant.model.trial.Metrics;
import dev.sextant.model.trial.Outcome;
import dev.sextant.model.trial.Tie;
import dev.sextant.model.trial.TrialRecord;
import dev.sextant.model.trial.TrialState;
import dev.sextant.run.worker.StudyLink;
import dev.sextant.run.worker.StudyRun;
import dev.sextant.run.worker.TrialPlan;
import dev.sextant.run.worker.TrialSource;
import dev.sextant.run.worker.Work;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/// The trials of a desk, for the slots of this process. Thread-safe.
final class DeskSource implements TrialSource, StudyLink {
    private final StudyDesk desk;
    private final String worker;
    private final Listener listener;
    private final StudyRun study;
    private final AtomicReference<Optional<Ending>> ending = new AtomicReference<>(Optional.empty());

    /// What whoever runs the slots must know.
    ///
    /// @param atOnce called when the study is over and running trials should be stopped
    /// @param held called when there is nothing to do but to wait for attempts that others asked for by hand; again and again
    record Listener(Runnable atOnce, Consumer<List<Lease>> held) {}

    /// @param worker the name of this process in the log
    DeskSource(StudyDesk desk, TrialPlan plan, String worker, Listener listener) {
        this.desk = desk;
        this.worker = worker;
        this.listener = listener;
        study = new StudyRun(plan, this);
    }

    /// Why nothing more was given; empty before that.
    Optional<Ending> ending() {
        return ending.get();
    }

    @Override
    public void begin() {
        study.tidy();
    }

    @Override
    public Work take(Duration most) {
        long seen = desk.events();
        var promised = desk.askAhead(worker, Tie.PROCESS);
        return switch (promised.asked()) {
            case Asked.Given(Lease lease) -> new Work.Run(study, lease, promised.receipt()::await);
            case Asked.Wait _ -> await(seen, most);
            case Asked.Over(Ending why) -> over(why);
        };
    }

    private Work await(long seen, Duration most) {
        var byHand = desk.askedByHand();
        if (!byHand.isEmpty() && byHand.size() == desk.progress().count(TrialState.RUNNING)) {
            listener.held().accept(byHand);
        }
        try {
            desk.await(seen, most);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return new Work.Nothing();
    }

    private Work over(Ending why) {
        ending.set(Optional.of(why));
        if (why.isAtOnce()) {
            listener.atOnce().run();
        }
        return new Work.Over();
    }

    @Override
    public Decision measure(Lease lease, long step, Metrics metrics) {
        return desk.measure(lease.trial(), lease.attempt(), step, metrics);
    }

    /// Waits only if folders are deleted after it: a result must be safe before what it came from is gone.
    @Override
    public void tell(Lease lease, Outcome outcome) {
        if (desk.settings().keep() instanceof Keep.All) {
            desk.tellAhead(lease.trial(), lease.attempt(), outcome);
        } else {
            desk.tell(lease.trial(), lease.attempt(), outcome);
        }
    }

    @Override
    public void dropped(Lease lease) {}

    @Override
    public List<Lease> unwanted(List<Lease> running) {
        return desk.unwanted(running);
    }

    @Override
    public TrialState state(int trial) {
        return desk.trialState(trial);
    }

    @Override
    public void trials(Consumer<TrialRecord> reader) {
        desk.view().trials(reader);
    }
}
