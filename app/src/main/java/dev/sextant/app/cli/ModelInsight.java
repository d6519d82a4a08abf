package dev.sextant.app.cli;

import dev.sextant.app.results.Results;
import dev.sextant.app.results.StudyImportance.Wanted;
import dev.sextant.app.results.StudyImportance;
import dev.sextant.engine.port.StudyView;
import dev.sextant.server.request.Insight;
import dev.sextant.strategy.insight.Method;
import dev.sextant.wire.tree.JsonWriter;
import java.time.Instant;

/// What trials say, by the models this program knows.
final class ModelInsight implements Insight {
    @Override
    public void importance(StudyView view, Question question, JsonWriter answer) {
        var method = question.method().map(Wanted::method).orElse(Method.PED_ANOVA);
        var wanted = new Wanted(method, question.metric(), question.top());
        ImportanceJson.write(StudyImportance.of(Results.of(view, Instant.now()), wanted), answer);
    }
}
