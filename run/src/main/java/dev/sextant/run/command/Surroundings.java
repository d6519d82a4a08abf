package dev.sextant.run.command;

import java.util.List;
import java.util.Optional;

/// What a command can name besides parameters: `{sextant.seed}` and its like.
///
/// @param seed of the trial
/// @param run the run folder
/// @param checkpoint the folder to resume from and save to
/// @param home the folder of the study file
/// @param java the `java` program that runs Sextant
public record Surroundings(long seed, String run, String checkpoint, String home, String java) {
    /// The names that start with `sextant.`.
    static final List<String> NAMES = List.of("sextant.seed", "sextant.run", "sextant.checkpoint", "sextant.dir", "sextant.java");

    Optional<String> value(String name) {
        return switch (name) {
            case "sextant.seed" -> Optional.of(Long.toString(seed));
            case "sextant.run" -> Optional.of(run);
            case "sextant.checkpoint" -> Optional.of(checkpoint);
            case "sextant.dir" -> Optional.of(home);
            case "sextant.java" -> Optional.of(java);
            default -> Optional.empty();
        };
    }
}
