package dev.sextant.run.worker;

import dev.sextant.model.trial.Lease;
import dev.sextant.model.trial.Outcome;
import dev.sextant.run.launch.Command;
import java.util.List;
import java.util.Optional;

/// One study as a runner sees it: how its trials are run, and who hears of them. Thread-safe.
public final class StudyRun {
    private final TrialPlan plan;
    private final StudyLink link;
    private final TrialCommand commands;
    private final KeptFolders kept;

    public StudyRun(TrialPlan plan, StudyLink link) {
        this.plan = plan;
        this.link = link;
        commands = new TrialCommand(plan);
        kept = new KeptFolders(plan, link);
    }

    /// How its trials are run.
    public TrialPlan plan() {
        return plan;
    }

    /// Deletes the run folders that earlier runs left and that are not to be kept. Not while trials run.
    public void tidy() {
        kept.tidy();
    }

    StudyLink link() {
        return link;
    }

    Command command(Lease lease, RunFolder folder, List<String> gpus) {
        return commands.of(lease, folder, gpus);
    }

    void ended(Lease lease, Optional<Outcome> outcome) {
        outcome.filter(told -> !(told instanceof Outcome.Returned))
                .ifPresent(_ -> link.leaves(lease, plan.folder(lease).path(), plan.settings().artifacts()));
        outcome.ifPresentOrElse(told -> link.tell(lease, told), () -> link.dropped(lease));
        kept.ended(lease, outcome);
    }
}
