package dev.sextant.app.cli;

import dev.sextant.app.results.HypervolumeHistory;
import dev.sextant.app.results.Results;
import dev.sextant.app.results.StudyImportance.Wanted;
import dev.sextant.app.results.StudyImportance;
import dev.sextant.app.results.StudyModel;
import dev.sextant.engine.port.StudyView;
import dev.sextant.model.space.Parameter;
import dev.sextant.model.text.Nearest;
import dev.sextant.server.request.Insight;
import dev.sextant.strategy.insight.Importances;
import dev.sextant.strategy.insight.Method;
import dev.sextant.wire.tree.JsonWriter;
import java.time.Instant;
import java.util.Optional;

/// What trials say, by the models this program knows.
final class ModelInsight implements Insight {
    private static final int MOST_STEPS = 2_000;

    @Override
    public void importance(StudyView view, Question question, JsonWriter answer) {
        var method = question.method().map(Wanted::method).orElse(Method.PED_ANOVA);
        var wanted = new Wanted(method, question.metric(), question.top());
        ImportanceJson.write(StudyImportance.of(results(view), wanted), answer);
    }

    @Override
    public void slices(StudyView view, JsonWriter answer) {
        var results = results(view);
        new ModelAnswer(results, answer).slices(model(results));
    }

    @Override
    public void surface(StudyView view, Optional<String> across, Optional<String> up, JsonWriter answer) {
        var results = results(view);
        var model = model(results);
        var surface = across.isPresent() && up.isPresent()
                ? model.surface(parameter(results, across.get()), parameter(results, up.get()), ModelAnswer.MOST_CELLS)
                : model.surface(ModelAnswer.MOST_CELLS);
        new ModelAnswer(results, answer).surface(surface.orElseThrow(() -> new IllegalArgumentException(
                "Study '%s' has no two parameters that vary and were active together.".formatted(results.spec().name()))));
    }

    @Override
    public void hypervolume(StudyView view, JsonWriter answer) {
        var results = results(view);
        if (!results.hasSeveralObjectives()) {
            throw new IllegalArgumentException("Study '%s' has one objective, and so no front.".formatted(results.spec().name()));
        }
        var history = HypervolumeHistory.of(results);
        answer.name("reference").text(history.referenceText(results.spec().objectives())).name("exact").flag(history.exact());
        answer.name("last").whole(results.trials().isEmpty() ? 0 : results.trials().getLast().trial()).name("steps").startList();
        history.atMost(MOST_STEPS).forEach(step -> answer.startList().whole(step.trial()).number(step.value()).endList());
        answer.endList();
    }

    private static Results results(StudyView view) {
        return Results.of(view, Instant.now());
    }

    private static StudyModel model(Results results) {
        return StudyModel.of(results).orElseThrow(() -> new IllegalArgumentException(
                "Study '%s': a model needs at least %d complete trials.".formatted(results.spec().name(), Importances.FEWEST)));
    }

    private static Parameter parameter(Results results, String name) {
        var space = results.spec().space();
        var names = space.parameters().stream().map(Parameter::name).toList();
        return space.find(name).orElseThrow(() -> new IllegalArgumentException("Study '%s' has no parameter '%s'; parameters: %s.%s".formatted(
                results.spec().name(), name, String.join(", ", names), Nearest.question(name, names).map("\n"::concat).orElse(""))));
    }
}
