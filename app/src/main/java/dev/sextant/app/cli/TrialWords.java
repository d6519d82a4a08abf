package dev.sextant.app.cli;

import dev.sextant.model.trial.TrialRecord;
import java.util.List;
import java.util.Optional;

/// The words of a command line that begins with a study and a trial: `lenet 17 …`, or `17 …` for the latest study.
///
/// @param study empty for the latest
/// @param others the words behind the study, first that of the trial
record TrialWords(Optional<String> study, List<String> others) {
    static TrialWords of(Call call, Studies studies) {
        var words = call.words();
        boolean beginsWithTrial = !words.isEmpty() && words.getFirst().chars().allMatch(Character::isDigit) && !studies.exists(words.getFirst());
        return beginsWithTrial || words.isEmpty() ? new TrialWords(Optional.empty(), words)
                : new TrialWords(call.word(0), words.subList(1, words.size()));
    }

    Optional<String> trial() {
        return others.stream().findFirst();
    }

    /// The trial with a number.
    static TrialRecord record(StudyReading study, String number) {
        int wanted = Call.count("The trial", number, 0);
        return study.view().trial(wanted).orElseThrow(() -> new UsageException("Study '%s' has no trial %d.".formatted(study.name(), wanted)));
    }

    /// The attempt that `--attempt` states, else the latest.
    static int attempt(Call call, Flag flag, StudyReading study, TrialRecord trial) {
        call.count(flag).ifPresent(wanted -> check(study, trial, wanted));
        return call.count(flag).orElse(trial.attempt());
    }

    private static void check(StudyReading study, TrialRecord trial, int wanted) {
        if (wanted > trial.attempt()) {
            throw new UsageException("Trial %d of study '%s' has no attempt %d; there %s.".formatted(trial.trial(), study.name(), wanted,
                    switch (trial.attempt()) {
                        case 0 -> "is none yet";
                        case 1 -> "is only attempt 1";
                        default -> "are attempts 1 to " + trial.attempt();
                    }));
        }
    }
}
