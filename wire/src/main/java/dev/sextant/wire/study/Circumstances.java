package dev.sextant.wire.study;

import dev.sextant.model.study.Settings;
import dev.sextant.wire.tree.Source;
import java.util.Optional;
import java.util.function.Function;

/// What a study takes from where it is made, as far as nothing was said.
///
/// @param directory absolute path of the folder from which it is started
/// @param home absolute path of the folder of the study file, or of `directory` without one
/// @param name the name that a study without one gets; empty to make one of program, space and objectives
/// @param seed the seed that a study without one gets
/// @param settings what holds where nothing is said
/// @param files the text of a file named in the study, such as a list of configurations; empty if there is none
public record Circumstances(String directory, String home, Optional<String> name, long seed, Settings settings,
        Function<String, Optional<Source>> files) {

    /// Of a study that is described without files: nothing can be read, and nothing has a place.
    public static Circumstances withoutFiles(String directory, long seed, Settings settings) {
        return new Circumstances(directory, directory, Optional.empty(), seed, settings, _ -> Optional.empty());
    }
}
