package dev.sextant.app.cli;

/// `pause`: puts some trials aside, or starts nothing new in the study.
final class PauseVerb implements Verb {
    @Override
    public Usage usage() {
        return Usage.of("pause", "puts some trials aside, or starts nothing new in the study")
                .words(TrialSteering.WORDS, 1000)
                .examples("sextant pause lenet", "sextant pause lenet 17 18");
    }

    @Override
    public ExitCode run(Call call) {
        return TrialSteering.run(call, "pause");
    }
}
