package dev.sextant.app.cli;

import java.util.List;

/// What `stop`, `pause` and `resume` share: they concern a study, or some of its trials.
final class TrialSteering {
    static final String WORDS = "STUDY [TRIAL…]";

    private TrialSteering() {}

    /// Sends the request once for the study, or once for each trial named.
    static ExitCode run(Call call, String request) {
        call.need(0, "the study");
        var trials = trials(call);
        try (var steering = Studies.of(call).steer(call.word(0))) {
            if (trials.isEmpty()) {
                steering.send(request, _ -> {});
            }
            trials.forEach(t -> steering.send(request, json -> json.name("trial").whole(t)));
        }
        return ExitCode.DONE;
    }

    /// The trials behind the study.
    static List<Integer> trials(Call call) {
        return call.words().stream().skip(1).map(w -> Call.count("A trial", w, 0)).toList();
    }
}
