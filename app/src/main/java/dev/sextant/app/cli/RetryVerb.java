package dev.sextant.app.cli;

import dev.sextant.model.trial.TrialState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `retry`: runs failed trials again, after a fix.
final class RetryVerb implements Verb {
    private static final Flag FAILED = Flag.onOff("--failed", "all that failed or were lost");

    @Override
    public Usage usage() {
        return Usage.of("retry", "queues trials again that failed, were lost or cancelled").words(TrialSteering.WORDS, 1000)
                .flags(FAILED)
                .examples("sextant retry lenet 17 18", "sextant retry lenet --failed && sextant tune lenet");
    }

    @Override
    public ExitCode run(Call call) {
        call.need(0, "the study");
        var studies = Studies.of(call);
        var trials = call.has(FAILED) ? failed(studies, call) : TrialSteering.trials(call);
        if (trials.isEmpty() && !call.has(FAILED)) {
            throw new UsageException("retry needs the numbers of trials, or --failed.");
        }
        try (var steering = studies.steer(call.word(0))) {
            trials.forEach(t -> steering.send("retry", json -> json.name("trial").whole(t)));
        }
        call.err().println(trials.isEmpty() ? "No trial has failed." : "%s queued again; %s.".formatted(
                trials.size() == 1 ? "1 trial is" : trials.size() + " trials are", whatComes(studies, call.words().getFirst())));
        return ExitCode.DONE;
    }

    private static String whatComes(Studies studies, String name) {
        try (var study = studies.read(Optional.of(name))) {
            if (study.isHeld().getAsBoolean()) {
                return "whoever runs the study takes up what is queued";
            }
            return study.view().spec().program().isPresent()
                    ? "'sextant tune %s' runs what is queued".formatted(name)
                    : "'sextant ask %s' gives out what is queued".formatted(name);
        }
    }

    private static List<Integer> failed(Studies studies, Call call) {
        var failed = new ArrayList<Integer>();
        try (var study = studies.read(call.word(0))) {
            study.view().trials(t -> {
                if (t.state() == TrialState.FAILED || t.state() == TrialState.LOST) {
                    failed.add(t.trial());
                }
            });
        }
        return failed;
    }
}
