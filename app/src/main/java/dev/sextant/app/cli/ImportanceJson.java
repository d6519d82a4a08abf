package dev.sextant.app.cli;

import dev.sextant.app.results.StudyImportance;
import dev.sextant.strategy.insight.Method;
import dev.sextant.strategy.insight.Weight;
import dev.sextant.wire.tree.JsonWriter;

/// The members of what `importance --json` and the pipe answer.
final class ImportanceJson {
    private ImportanceJson() {}

    static void write(StudyImportance measured, JsonWriter json) {
        var importance = measured.importance();
        json.name("study").text(measured.study()).name("metric").text(measured.objective().metric())
                .name("goal").text(measured.objective().goalWord()).name("method").text(importance.method().word());
        measured.top().ifPresent(top -> json.name("top").number(top));
        json.name("trials").whole(importance.trials()).name("parameters").startList();
        importance.parameters().forEach(weight -> write(weight, json.startObject().name("parameter").text(weight.parameters().getFirst())));
        json.endList();
        if (importance.method() == Method.FANOVA) {
            json.name("pairs").startList();
            importance.pairs().forEach(weight -> write(weight, json.startObject().name("parameters").texts(weight.parameters())));
            json.endList();
        }
    }

    private static void write(Weight weight, JsonWriter json) {
        json.name("share").number(weight.share()).name("low").number(weight.low()).name("high").number(weight.high())
                .name("trials").whole(weight.trials()).endObject();
    }
}
