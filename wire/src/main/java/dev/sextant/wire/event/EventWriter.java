package dev.sextant.wire.event;

import dev.sextant.model.event.StudyEvent;
import dev.sextant.model.space.Configuration;
import dev.sextant.model.trial.Metrics;
import dev.sextant.model.trial.Outcome;
import dev.sextant.wire.tree.JsonWriter;
import java.util.OptionalLong;

/// Writes the members of events into an object that is open.
final class EventWriter {
    private EventWriter() {}

    static void members(StudyEvent event, JsonWriter json) {
        switch (event) {
            case StudyEvent.Created created -> SettingEvents.write(created, json);
            case StudyEvent.Evolved evolved -> SettingEvents.write(evolved, json);
            case StudyEvent.Remembered(var source, var configuration, var metrics) -> {
                json.name("source").text(source);
                parameters(configuration, json);
                values(metrics, json);
            }
            case StudyEvent.Changed changed -> SettingEvents.write(changed, json);
            case StudyEvent.Opened(String holder) -> json.name("holder").text(holder);
            case StudyEvent.StudyPaused _, StudyEvent.StudyResumed _ -> {}
            case StudyEvent.Closed(String why) -> json.name("why").text(why);
            case StudyEvent.Abandoned(String why) -> json.name("why").text(why);
            case StudyEvent.OfTrial ofTrial -> {
                json.name("trial").whole(ofTrial.trial());
                trialMembers(ofTrial, json);
            }
        }
    }

    private static void trialMembers(StudyEvent.OfTrial event, JsonWriter json) {
        switch (event) {
            case StudyEvent.Proposed proposed -> proposed(proposed, json);
            case StudyEvent.Leased leased -> json.name("attempt").whole(leased.attempt())
                    .name("worker").text(leased.worker()).name("tie").text(leased.tie().word());
            case StudyEvent.Measured measured -> measured(measured, json);
            case StudyEvent.Ended ended -> ended(ended, json);
            case StudyEvent.Lost lost -> json.name("attempt").whole(lost.attempt())
                    .name("why").text(lost.why()).name("repeated").flag(lost.again());
            case StudyEvent.PutAside aside -> json.name("why").text(aside.why());
            case StudyEvent.Cancelled cancelled -> json.name("why").text(cancelled.why());
            case StudyEvent.Noted(_, var remarks) -> json.name("remark").text(remarks.note()).name("tags").texts(remarks.tags());
            case StudyEvent.Prioritised prioritised -> json.name("priority").whole(prioritised.priority());
            case StudyEvent.Requeued requeued -> {
                parameters(requeued.configuration(), json);
                fidelity(requeued.fidelity(), json);
                json.name("why").text(requeued.why());
            }
        }
    }

    private static void proposed(StudyEvent.Proposed proposed, JsonWriter json) {
        parameters(proposed.configuration(), json);
        fidelity(proposed.fidelity(), json);
        json.name("origin").text(proposed.origin().word());
        json.name("why").text(proposed.why());
        json.name("note").text(proposed.note());
        json.name("seen").whole(proposed.source().seen());
        json.name("asked").whole(proposed.source().asked());
        json.name("draw").whole(proposed.source().draw());
        proposed.parent().ifPresent(parent -> json.name("parent").whole(parent));
        proposed.key().ifPresent(key -> json.name("key").text(key));
    }

    private static void measured(StudyEvent.Measured measured, JsonWriter json) {
        json.name("attempt").whole(measured.attempt());
        json.name("step").whole(measured.step());
        values(measured.metrics(), json);
        json.name("decision").text(measured.decision().word());
    }

    private static void ended(StudyEvent.Ended ended, JsonWriter json) {
        json.name("attempt").whole(ended.attempt());
        json.name("outcome").text(OutcomeKind.of(ended.outcome()).word());
        switch (ended.outcome()) {
            case Outcome.Completed(Metrics metrics) -> values(metrics, json);
            case Outcome.Failed(String reason, String lastLines) ->
                    json.name("reason").text(reason).name("last_lines").text(lastLines);
            case Outcome.Pruned(Metrics metrics) -> values(metrics, json);
            case Outcome.Paused(Metrics metrics) -> {
                if (!metrics.values().isEmpty()) {
                    values(metrics, json);
                }
            }
            case Outcome.Returned(String why) -> json.name("why").text(why);
        }
        ended.again().ifPresent(moment -> json.name("again").text(moment.toString()));
    }

    private static void parameters(Configuration configuration, JsonWriter json) {
        json.name("parameters").startObject();
        configuration.values().forEach((name, value) -> json.name(name).value(value));
        json.endObject();
    }

    private static void fidelity(OptionalLong fidelity, JsonWriter json) {
        fidelity.ifPresent(f -> json.name("fidelity").whole(f));
    }

    private static void values(Metrics metrics, JsonWriter json) {
        json.name("values").startObject();
        metrics.values().forEach((name, value) -> json.name(name).number(value));
        json.endObject();
    }
}
