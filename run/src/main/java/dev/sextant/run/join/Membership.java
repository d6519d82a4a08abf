package dev.sextant.run.join;

import dev.sextant.run.worker.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// How a worker takes part.
///
/// @param name by which the server knows it
/// @param host where it runs, for those who look
/// @param studies the only ones it works for; empty for any
/// @param commands what it runs
/// @param folder absolute path of its own folder, which no other process uses
/// @param checkpoints absolute path of a folder of checkpoints that other workers see as well; empty to keep them in the run folders
/// @param cache absolute path of the folder of input files, one for all workers of a user on a machine
/// @param cacheBytes how much the cache may hold
/// @param idle how long it stays without anything to do; empty for ever
public record Membership(String name, String host, List<String> studies, Commands commands, Path folder, Optional<Path> checkpoints, Path cache,
        long cacheBytes, Optional<Duration> idle) {
    public Membership {
        studies = List.copyOf(studies);
    }

    /// What a worker runs.
    public sealed interface Commands {
        /// A command of its owner's, whatever the studies say.
        ///
        /// @param directory absolute path of the folder in which it starts
        record Own(List<String> words, String directory) implements Commands {
            public Own {
                words = List.copyOf(words);
            }
        }

        /// The commands of the studies.
        ///
        /// @param directory absolute path of the folder in which programs start whose own is not on this machine; empty if
        ///     such studies are left to others
        record OfStudies(Optional<String> directory) implements Commands {}
    }

    Path runs() {
        return folder.resolve("runs");
    }

    /// The run folder of an attempt, if it ran here and its folder was kept; the newest if there were several studies of that name.
    Optional<Path> runFolder(Owed owed) throws IOException {
        if (!Files.isDirectory(runs())) {
            return Optional.empty();
        }
        var ofStudy = Pattern.compile(Pattern.quote(owed.study()) + "-[0-9a-f]+");
        try (var studies = Files.list(runs())) {
            return studies.filter(study -> ofStudy.matcher(study.getFileName().toString()).matches())
                    .map(study -> RunFolder.of(study, owed.trial(), owed.attempt())).filter(RunFolder::isMade).map(RunFolder::path)
                    .max(Comparator.comparingLong(folder -> folder.toFile().lastModified()));
        }
    }

    /// The folder of artifacts that the server is to have and has not got yet.
    Path artifacts() {
        return folder.resolve("artifacts");
    }

    Path outbox() {
        return folder.resolve("outbox");
    }

    /// The path of a route of the worker.
    String path(String route) {
        return "/api/v1/workers/%s/%s".formatted(name, route);
    }
}
