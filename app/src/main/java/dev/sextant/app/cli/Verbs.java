package dev.sextant.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// All verbs, in the order of `sextant help`.
final class Verbs {
    /// Verbs that a later version brings.
    static final List<String> LATER = List.of("simulate");

    static final List<Verb> ALL = List.of(
            new TuneVerb(), new CreateVerb(), new ListVerb(), new ShowVerb(), new BestVerb(), new TrialsVerb(),
            new LogVerb(), new ArtifactsVerb(), new EventsVerb(), new ImportanceVerb(), new ReportVerb(), new PlotVerb(), new ExportVerb(), new AskVerb(),
            new TellVerb(), new PipeVerb(), new StopVerb(), new PauseVerb(), new ResumeVerb(), new RetryVerb(),
            new EnqueueVerb(), new QueueVerb(), new AddVerb(), new RenameVerb(), new DeleteVerb(), new ServeVerb(), new WorkerVerb(), new TokenVerb(),
            new StrategiesVerb(), new ExplainVerb(),
            new DoctorVerb(), new CompletionVerb(), new VersionVerb());

    private Verbs() {}

    static Optional<Verb> find(String name) {
        return ALL.stream().filter(v -> v.usage().name().equals(name)).findFirst();
    }

    /// What may stand in the first place.
    static List<String> names() {
        var names = new ArrayList<>(ALL.stream().map(v -> v.usage().name()).toList());
        names.add("help");
        return names;
    }
}
