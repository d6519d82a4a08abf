package dev.sextant.run.join;

import dev.sextant.model.study.Artifacts;
import dev.sextant.model.trial.Decision;
import dev.sextant.model.trial.Lease;
import dev.sextant.model.trial.Metrics;
import dev.sextant.model.trial.Outcome;
import dev.sextant.model.trial.TrialRecord;
import dev.sextant.model.trial.TrialState;
import dev.sextant.run.worker.StudyLink;
import dev.sextant.wire.http.ServerAwayException;
import dev.sextant.wire.http.ServerRefusedException;
import dev.sextant.wire.tree.Node;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/// The way to a study on the server. Thread-safe.
final class RemoteStudy implements StudyLink {
    private final String name;
    private final Connection connection;
    private final Outbox outbox;
    private final Ends ends;
    private final Set<Owed> unwanted = ConcurrentHashMap.newKeySet();

    /// Where it is noted that attempts have ended, of any study.
    ///
    /// @param artifacts what attempts left that the server is to have
    /// @param ended told whenever one has ended
    record Ends(Outbox outbox, StagedArtifacts artifacts, Runnable ended) {}

    RemoteStudy(String name, Connection connection, Ends ends) {
        this.name = name;
        this.connection = connection;
        this.outbox = ends.outbox();
        this.ends = ends;
    }

    /// The server does not want an attempt any more.
    void reject(Owed owed) {
        unwanted.add(owed);
    }

    @Override
    public Decision measure(Lease lease, long step, Metrics metrics) {
        return outbox.find(owed(lease)).map(debt -> debt.report(step, metrics)).orElse(Decision.STOP);
    }

    @Override
    public void leaves(Lease lease, Path folder, Artifacts named) {
        if (named.bring() != Artifacts.Bring.REQUEST) {
            ends.artifacts().stage(owed(lease), folder, named);
        }
    }

    @Override
    public void tell(Lease lease, Outcome outcome) {
        outbox.find(owed(lease)).ifPresent(debt -> debt.end(outcome));
        forget(lease);
    }

    @Override
    public void dropped(Lease lease) {
        outbox.find(owed(lease)).ifPresent(Debt::settle);
        forget(lease);
    }

    private void forget(Lease lease) {
        unwanted.remove(owed(lease));
        ends.ended().run();
    }

    private Owed owed(Lease lease) {
        return Owed.of(name, lease);
    }

    @Override
    public List<Lease> unwanted(List<Lease> running) {
        return unwanted.isEmpty() ? List.of() : running.stream().filter(lease -> unwanted.contains(owed(lease))).toList();
    }

    /// As the server says; as long as it does not, the trial may go on, and what it left is kept.
    @Override
    public TrialState state(int trial) {
        try {
            var answer = connection.get("/api/v1/studies/%s/trials/%d".formatted(name, trial));
            return answer.find("state").map(Node.Member::value)
                    .map(n -> n instanceof Node.Text(String word, _) ? TrialState.of(word) : TrialState.RUNNING).orElse(TrialState.RUNNING);
        } catch (ServerAwayException | ServerRefusedException _) {
            return TrialState.RUNNING;
        }
    }

    /// None: what others ran has no folder here, and what this worker ran before it ended was thinned then.
    @Override
    public void trials(Consumer<TrialRecord> reader) {}
}
