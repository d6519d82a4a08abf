package dev.sextant.app.results;

import dev.sextant.model.space.Parameter;
import dev.sextant.strategy.insight.Importances;
import dev.sextant.strategy.insight.Landscape;
import dev.sextant.strategy.insight.Plane;
import dev.sextant.strategy.insight.Spot;
import java.util.List;
import java.util.Optional;

/// What a model that learnt from the trials of a study expects of its first objective.
public final class StudyModel {
    private final Results results;
    private final Landscape landscape;

    private StudyModel(Results results, Landscape landscape) {
        this.results = results;
        this.landscape = landscape;
    }

    /// Over two parameters, all others as in the best trial.
    public record Surface(Parameter across, Parameter up, Plane plane) {}

    /// Learns; empty if there are too few complete trials to learn from.
    public static Optional<StudyModel> of(Results results) {
        var finished = StudyImportance.finished(results, results.first());
        return finished.size() < Importances.FEWEST ? Optional.empty()
                : Optional.of(new StudyModel(results, Landscape.of(results.spec().space(), finished, results.spec().seed())));
    }

    /// Along a parameter, all others as in the best trial; empty where nothing can be said.
    ///
    /// @param most values
    public List<Spot> slice(Parameter parameter, int most) {
        return landscape.slice(parameter.name(), most);
    }

    /// Over the two parameters that mattered most; empty if there are no two that vary.
    ///
    /// @param most values of each
    public Optional<Surface> surface(int most) {
        return two().flatMap(two -> surface(two.getFirst(), two.getLast(), most));
    }

    /// Over two parameters; empty if one of them does not vary, or they were never active together.
    ///
    /// @param most values of each
    public Optional<Surface> surface(Parameter across, Parameter up, int most) {
        return landscape.plane(across.name(), up.name(), most).map(plane -> new Surface(across, up, plane));
    }

    private Optional<List<Parameter>> two() {
        return StudyImportance.ifAny(results, StudyImportance.Wanted.STANDARD)
                .map(measured -> measured.importance().parameters().stream().limit(2)
                        .map(weight -> results.spec().space().parameter(weight.parameters().getFirst())).toList())
                .filter(two -> two.size() == 2);
    }
}
