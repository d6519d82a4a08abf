package dev.sextant.server.request;

import dev.sextant.engine.port.StudyView;
import dev.sextant.wire.tree.JsonWriter;
import java.util.Optional;
import java.util.OptionalDouble;

/// What a study's trials say about its parameters. This room knows no models; whoever opens a study brings this along.
/// Thread-safe.
public interface Insight {
    /// What is asked; what is not given is for the implementation to choose.
    ///
    /// @param method a word, such as `fanova`
    /// @param top the best share of the trials
    record Question(Optional<String> method, Optional<String> metric, OptionalDouble top) {}

    /// Measures which parameters mattered, and writes the members of the answer.
    ///
    /// @throws IllegalArgumentException if the question or the trials do not allow it; its message reaches the user
    void importance(StudyView view, Question question, JsonWriter answer);
}
