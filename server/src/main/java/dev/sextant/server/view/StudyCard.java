package dev.sextant.server.view;

import dev.sextant.engine.port.StudyView;
import dev.sextant.model.trial.TrialRecord;
import dev.sextant.model.trial.TrialState;
import dev.sextant.wire.study.StudyForm;
import dev.sextant.wire.text.DurationText;
import dev.sextant.wire.text.TimeText;
import dev.sextant.wire.tree.JsonWriter;
import dev.sextant.wire.trial.TrialForm;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// What is said of a study among others: how far it is, and what is best.
record StudyCard(StudyView view) {
    private static final int MOST_OF_A_FRONT = 100;

    /// Writes the members, but for those that only whoever holds the study knows.
    void write(LiveTable live, JsonWriter json) {
        var table = live.table();
        var spec = view.spec();
        json.name("events").whole(live.isWhole() ? live.seen() : view.length()).name("whole").flag(live.isWhole());
        json.name("strategy").text(spec.strategy().name()).name("objectives").startList();
        spec.objectives().forEach(o -> json.startObject().name("metric").text(o.metric()).name("goal").text(o.goalWord()).endObject());
        json.endList();
        var settings = view.settings();
        json.name("budget").node(StudyForm.write(settings).find("budget").orElseThrow().value());
        settings.slots().ifPresent(slots -> json.name("slots").whole(slots));
        RemarksText.write(settings.remarks(), json);
        json.name("trials").whole(table.size()).name("counts").startObject();
        List.of(TrialState.values()).forEach(state -> {
            if (table.count(state) > 0) {
                json.name(state.word()).whole(table.count(state));
            }
        });
        json.endObject();
        best(table, json);
        times(live, json);
    }

    private void best(TrialTable table, JsonWriter json) {
        var best = table.best();
        json.name("best").startList();
        best.stream().limit(MOST_OF_A_FRONT).forEach(row -> view.trial(row).ifPresent(trial -> TrialForm.write(trial, json)));
        json.endList().name("best_of").whole(best.size());
        view.trial(0).filter(first -> first.state() == TrialState.COMPLETE).ifPresent(first -> TrialForm.write(first, json.name("first")));
    }

    private void times(LiveTable live, JsonWriter json) {
        view.trial(0).map(TrialRecord::created).ifPresent(at -> json.name("created").text(TimeText.write(at)));
        double last = live.attempts().lastAt();
        if (!Double.isNaN(last)) {
            json.name("changed").text(TimeText.write(Instant.ofEpochMilli((long) last)));
        }
        json.name("ran").text(DurationText.write(Duration.ofSeconds((long) live.attempts().ran() / 1000)));
    }
}
