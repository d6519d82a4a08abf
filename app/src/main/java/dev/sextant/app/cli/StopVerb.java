package dev.sextant.app.cli;

/// `stop`: stops some trials for good, or whoever runs the study (its trials return to the queue).
final class StopVerb implements Verb {
    @Override
    public Usage usage() {
        return Usage.of("stop", "stops trials for good, or the run (its trials return to the queue)")
                .words(TrialSteering.WORDS, 1000)
                .examples("sextant stop lenet", "sextant stop lenet 17 18");
    }

    @Override
    public ExitCode run(Call call) {
        return TrialSteering.run(call, "stop");
    }
}
