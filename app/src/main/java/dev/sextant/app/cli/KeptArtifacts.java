package dev.sextant.app.cli;

import dev.sextant.model.study.Artifacts;
import dev.sextant.model.trial.Artifact;
import dev.sextant.run.artifact.LeftFiles;
import dev.sextant.server.artifact.BroughtArtifacts;
import dev.sextant.store.home.StudyFolder;
import dev.sextant.wire.file.Digests;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The artifacts of a study that lie on this machine: in run folders, or brought by workers.
record KeptArtifacts(StudyFolder study, Artifacts wanted, Digests digests) {
    static KeptArtifacts of(StudyFolder study, Artifacts wanted) {
        return new KeptArtifacts(study, wanted, new Digests());
    }

    /// Those of an attempt.
    List<Artifact> list(int trial, int attempt) {
        return ranHere(trial, attempt) ? left(trial, attempt).described(digests) : brought(trial, attempt);
    }

    /// Whether an attempt ran on this machine, and its run folder was kept.
    boolean ranHere(int trial, int attempt) {
        return Files.isDirectory(study.run(trial, attempt));
    }

    private LeftFiles left(int trial, int attempt) {
        return LeftFiles.in(study.run(trial, attempt), wanted);
    }

    private List<Artifact> brought(int trial, int attempt) {
        var brought = new BroughtArtifacts(study.brought());
        return brought.list(trial, attempt).map(listing -> listing.artifacts().stream().filter(a -> brought.find(a).isPresent()).toList()).orElse(List.of());
    }

    /// Their names.
    List<String> names(int trial, int attempt) {
        return ranHere(trial, attempt) ? List.copyOf(left(trial, attempt).paths().sequencedKeySet())
                : brought(trial, attempt).stream().map(Artifact::name).toList();
    }

    Optional<Path> find(int trial, int attempt, String name) {
        return ranHere(trial, attempt) ? left(trial, attempt).find(name)
                : brought(trial, attempt).stream().filter(a -> a.name().equals(name)).findFirst().flatMap(new BroughtArtifacts(study.brought())::find);
    }
}
