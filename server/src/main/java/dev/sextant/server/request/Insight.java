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

    /// Writes what a model expects along each parameter, all others as in the best trial: places on the axis, the value
    /// expected there, and one standard deviation less and more.
    ///
    /// @throws IllegalArgumentException if there is nothing to learn from; its message reaches the user
    default void slices(StudyView view, JsonWriter answer) {
        throw new IllegalArgumentException("There is no model of study '%s' here.".formatted(view.spec().name()));
    }

    /// Writes what a model expects over two parameters, and how unsure that is; over the two that mattered most if they
    /// are not both given.
    ///
    /// @throws IllegalArgumentException as [#slices], or if there are no such parameters
    default void surface(StudyView view, Optional<String> across, Optional<String> up, JsonWriter answer) {
        slices(view, answer);
    }

    /// Writes how much the front of several objectives came to dominate, trial by trial.
    ///
    /// @throws IllegalArgumentException if the study has one objective
    default void hypervolume(StudyView view, JsonWriter answer) {
        slices(view, answer);
    }
}
