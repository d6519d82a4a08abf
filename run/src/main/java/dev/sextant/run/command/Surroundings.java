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

    /// The seed of a trial, the same for all its attempts: 0 to 2³¹−1, as every library takes it.
    public static long seed(long ofStudy, int trial) {
        long bits = (ofStudy ^ (trial * 0x9E3779B97F4A7C15L)) * 0xBF58476D1CE4E5B9L;
        return (bits ^ (bits >>> 31)) & Integer.MAX_VALUE;
    }

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
