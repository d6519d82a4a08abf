package dev.sextant.server.api;

import dev.sextant.model.trial.TrialState;
import dev.sextant.server.request.ReadStudy;
import dev.sextant.wire.study.StudyForm;
import dev.sextant.wire.tree.JsonWriter;
import java.util.EnumMap;

/// What is said of a study among others.
final class Card {
    private Card() {}

    /// Writes the members.
    static void write(String name, ReadStudy study, JsonWriter json) {
        var spec = study.view().spec();
        json.name("study").text(name).name("state").text(study.isHeld() ? "running" : "idle").name("paused").flag(study.isPaused());
        json.name("events").whole(study.view().length());
        json.name("strategy").text(spec.strategy().name());
        json.name("objectives").startList();
        spec.objectives().forEach(o -> json.startObject().name("metric").text(o.metric()).name("goal").text(o.goalWord()).endObject());
        json.endList().name("budget").node(StudyForm.write(study.view().settings()).find("budget").orElseThrow().value());
        var counts = new EnumMap<TrialState, Integer>(TrialState.class);
        study.view().trials(trial -> counts.merge(trial.state(), 1, Integer::sum));
        json.name("counts").startObject();
        counts.forEach((state, count) -> json.name(state.word()).whole(count));
        json.endObject();
    }
}
