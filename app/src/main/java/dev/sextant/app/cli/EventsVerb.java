package dev.sextant.app.cli;

import dev.sextant.model.event.Logged;
import dev.sextant.model.event.StudyEvent;
import dev.sextant.wire.event.EventForm;
import dev.sextant.wire.text.TimeText;
import java.util.function.Consumer;

/// `events`: the log of a study.
final class EventsVerb implements Verb {
    private static final Flag FOLLOW = Flag.onOff("--follow", "go on until the study is no longer run");
    private static final Flag FROM = Flag.of("--from", "N", "begin with the event at this position, from 0");

    @Override
    public Usage usage() {
        return Usage.of("events", "the log of a study, one event a line").words("[STUDY]", 1)
                .flags(FOLLOW, FROM, Usage.JSON)
                .examples("sextant events lenet --follow", "sextant events lenet --json --from 120");
    }

    @Override
    public ExitCode run(Call call) {
        long from = call.value(FROM).map(n -> (long) Call.count("--from", n, 0)).orElse(0L);
        try (var study = Studies.of(call).read(call.word(0))) {
            Consumer<Logged> printer = call.has(Usage.JSON)
                    ? e -> call.out().println(EventForm.line(e))
                    : e -> call.out().println(line(e));
            if (call.has(FOLLOW)) {
                new Following(study.view(), () -> !study.isHeld().getAsBoolean()).follow(from, printer);
            } else {
                study.view().events(from, printer);
            }
        }
        return ExitCode.DONE;
    }

    /// `12  2026-11-21T09:30:00.125Z  leased  trial 3  …`.
    private static String line(Logged logged) {
        var about = logged.event() instanceof StudyEvent.OfTrial event ? "trial %d  ".formatted(event.trial()) : "";
        return "%6d  %s  %-11s %s%s".formatted(logged.position(), TimeText.write(logged.at()),
                EventForm.kind(logged.event()), about, EventText.of(logged.event())).stripTrailing();
    }
}
