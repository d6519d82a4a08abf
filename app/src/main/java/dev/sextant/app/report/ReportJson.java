package dev.sextant.app.report;

import dev.sextant.app.results.BestSoFar;
import dev.sextant.app.results.Front;
import dev.sextant.app.results.HypervolumeHistory;
import dev.sextant.app.results.Load;
import dev.sextant.app.results.Results;
import dev.sextant.app.results.StudyModel;
import dev.sextant.app.results.Timeline;
import dev.sextant.model.space.Scale;
import dev.sextant.model.study.Objective;
import dev.sextant.model.trial.TrialRecord;
import dev.sextant.model.trial.TrialState;
import java.io.Writer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// The study as the page's script reads it. No `<` appears in it, so it can stand inside a script element.
final class ReportJson {
    private static final List<TrialState> STATES = List.of(TrialState.values());
    private static final int MOST_STEPS = 2000;
    private static final int MOST_BARS = 3000;
    private static final int MOST_SLOTS = 64;
    private static final int INTERVALS = 400;

    private final Results results;
    private final ShownTrials shown;
    private final Front front;
    private final Optional<StudyModel> model;

    ReportJson(Results results, ShownTrials shown, Front front, Optional<StudyModel> model) {
        this.model = model;
        this.results = results;
        this.shown = shown;
        this.front = front;
    }

    void write(Writer writer) {
        var factory = new JsonFactory();
        try (var json = factory.createGenerator(ObjectWriteContext.empty(), new InScriptElement(writer))) {
            json.writeStartObject();
            json.writeStringProperty("study", results.spec().name());
            json.writeNumberProperty("lastTrial", results.trials().isEmpty() ? 0 : results.trials().getLast().trial());
            texts(json, "metrics", results.spec().metrics());
            texts(json, "states", STATES.stream().map(TrialState::word).toList());
            objectives(json);
            ParameterJson.write(json, shown.parameters());
            results.best(results.first()).ifPresent(best -> json.writeNumberProperty("best", best.trial()));
            numbers(json, "front", results.hasSeveralObjectives()
                    ? front.trials().stream().map(TrialRecord::trial).toList() : List.of());
            hypervolume(json);
            model.ifPresent(known -> ModelJson.write(json, results, known, shown.parameters()));
            timeline(json);
            new TrialColumns(results.spec().metrics(), shown).write(json);
            json.writeEndObject();
        }
    }

    /// The number that stands for a state in the columns.
    static int code(TrialState state) {
        return STATES.indexOf(state);
    }

    static void texts(JsonGenerator json, String name, List<String> texts) {
        json.writeArrayPropertyStart(name);
        texts.forEach(json::writeString);
        json.writeEndArray();
    }

    private static void numbers(JsonGenerator json, String name, List<Integer> numbers) {
        json.writeArrayPropertyStart(name);
        numbers.forEach(json::writeNumber);
        json.writeEndArray();
    }

    private void objectives(JsonGenerator json) {
        json.writeArrayPropertyStart("objectives");
        results.spec().objectives().forEach(objective -> objective(json, objective));
        json.writeEndArray();
    }

    private void objective(JsonGenerator json, Objective objective) {
        var axis = results.axis(objective);
        json.writeStartObject();
        json.writeStringProperty("metric", objective.metric());
        json.writeStringProperty("goal", objective.goalWord());
        json.writeNumberProperty("low", axis.low());
        json.writeNumberProperty("high", axis.high());
        json.writeBooleanProperty("log", axis.scale() == Scale.LOG);
        steps(json, BestSoFar.of(results, objective).atMost(MOST_STEPS));
        json.writeEndObject();
    }

    private static void steps(JsonGenerator json, List<BestSoFar.Step> steps) {
        json.writeArrayPropertyStart("steps");
        for (var step : steps) {
            json.writeStartArray();
            json.writeNumber(step.trial());
            json.writeNumber(step.value());
            json.writeEndArray();
        }
        json.writeEndArray();
    }

    private void hypervolume(JsonGenerator json) {
        var steps = results.hasSeveralObjectives() ? HypervolumeHistory.of(results).atMost(MOST_STEPS) : List.<BestSoFar.Step>of();
        if (!steps.isEmpty()) {
            json.writeObjectPropertyStart("hypervolume");
            steps(json, steps);
            json.writeEndObject();
        }
    }

    private void timeline(JsonGenerator json) {
        var timeline = Timeline.of(results);
        if (timeline.isEmpty()) {
            return;
        }
        var load = Load.of(timeline, INTERVALS);
        json.writeObjectPropertyStart("timeline");
        json.writeNumberProperty("start", timeline.start().toEpochMilli());
        json.writeNumberProperty("slots", timeline.slots());
        json.writeNumberProperty("interval", load.interval().toNanos() / 1e6);
        json.writeArrayPropertyStart("load");
        for (double running : load.running()) {
            json.writeNumber(Math.round(running * 1000) / 1000.0);
        }
        json.writeEndArray();
        boolean detailed = timeline.bars().size() <= MOST_BARS && timeline.slots() <= MOST_SLOTS;
        bars(json, timeline, detailed ? timeline.bars() : List.of());
        json.writeEndObject();
    }

    private static void bars(JsonGenerator json, Timeline timeline, List<Timeline.Bar> bars) {
        json.writeObjectPropertyStart("bars");
        numbers(json, "trial", bars.stream().map(Timeline.Bar::trial).toList());
        numbers(json, "slot", bars.stream().map(Timeline.Bar::slot).toList());
        numbers(json, "state", bars.stream().map(b -> code(b.state())).toList());
        json.writeArrayPropertyStart("from");
        bars.forEach(b -> json.writeNumber(Duration.between(timeline.start(), b.start()).toMillis()));
        json.writeEndArray();
        json.writeArrayPropertyStart("to");
        bars.forEach(b -> json.writeNumber(Duration.between(timeline.start(), b.end()).toMillis()));
        json.writeEndArray();
        json.writeEndObject();
    }
}
