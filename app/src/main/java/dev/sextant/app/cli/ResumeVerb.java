package dev.sextant.app.cli;

/// `resume`: goes on with some paused trials, or with the paused study.
final class ResumeVerb implements Verb {
    @Override
    public Usage usage() {
        return Usage.of("resume", "goes on with some paused trials, or with the paused study")
                .words(TrialSteering.WORDS, 1000)
                .examples("sextant resume lenet", "sextant resume lenet 17 18");
    }

    @Override
    public ExitCode run(Call call) {
        return TrialSteering.run(call, "resume");
    }
}
