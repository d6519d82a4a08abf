package dev.sextant.app.cli;

import dev.sextant.model.study.Artifacts;
import dev.sextant.model.trial.Artifact;
import dev.sextant.run.artifact.LeftFiles;
import dev.sextant.store.home.StudyFolder;
import dev.sextant.wire.file.Digests;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The artifacts of a study that lie on this machine.
record KeptArtifacts(StudyFolder study, Artifacts wanted, Digests digests) {
    static KeptArtifacts of(StudyFolder study, Artifacts wanted) {
        return new KeptArtifacts(study, wanted, new Digests());
    }

    private LeftFiles left(int trial, int attempt) {
        return LeftFiles.in(study.run(trial, attempt), wanted);
    }

    /// Those of an attempt.
    List<Artifact> list(int trial, int attempt) {
        return left(trial, attempt).described(digests);
    }

    List<String> names(int trial, int attempt) {
        return List.copyOf(left(trial, attempt).paths().sequencedKeySet());
    }

    Optional<Path> find(int trial, int attempt, String name) {
        return left(trial, attempt).find(name);
    }
}
