package dev.sextant.app.cli;

import dev.sextant.engine.port.StudyView;
import dev.sextant.model.event.StudyEvent;
import dev.sextant.model.space.Parameter;
import dev.sextant.model.study.StudySpec;
import dev.sextant.model.trial.TrialState;
import dev.sextant.model.value.Value;
import dev.sextant.strategy.demes.Birth;
import dev.sextant.strategy.demes.CrayLog;
import dev.sextant.strategy.demes.Individual;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The logs of CrayAI's genetic optimiser, written beside the database of a study that searches in generations:
/// `genetic.log`, and `Deme1_genetic.log` for each deme.
final class CrayLogs {
    private CrayLogs() {}

    /// Whether a study keeps such logs.
    static boolean isKeptBy(StudySpec spec) {
        return spec.strategy().name().equals("genetic")
                && new Value.Flag(true).equals(spec.strategy().settings().get("generational"));
    }

    /// Writes the logs of all that has completed, over those of an earlier run.
    ///
    /// @throws UncheckedIOException if the folder cannot be written to
    static void write(StudyView study, Path folder) {
        var spec = study.spec();
        var log = new CrayLog(spec.space().parameters().stream().map(Parameter::name).toList(), spec.objectives().getFirst());
        var individuals = individuals(study);
        write(folder.resolve("genetic.log"), log.global(individuals));
        individuals.stream().map(i -> i.birth().deme()).distinct().forEach(deme ->
                write(folder.resolve("Deme%d_genetic.log".formatted(deme)), log.deme(deme, individuals)));
    }

    private static List<Individual> individuals(StudyView study) {
        var births = births(study);
        var metric = study.spec().objectives().getFirst().metric();
        var individuals = new ArrayList<Individual>();
        study.trials(trial -> {
            var birth = births.get(trial.trial());
            if (birth != null && trial.state() == TrialState.COMPLETE) {
                individuals.add(new Individual(birth, trial.metrics().value(metric).orElseThrow(), trial.configuration()));
            }
        });
        return individuals;
    }

    /// The births by trial; a trial that a user brought has none.
    private static Map<Integer, Birth> births(StudyView study) {
        var births = new HashMap<Integer, Birth>();
        study.events(0, logged -> {
            if (logged.event() instanceof StudyEvent.Proposed proposed) {
                switch (proposed.origin()) {
                    case DEFAULTS -> births.put(proposed.trial(), Birth.DEFAULTS);
                    case STRATEGY -> Birth.of(proposed.note()).ifPresent(birth -> births.put(proposed.trial(), birth));
                    case ENQUEUED, ADDED -> {}
                }
            }
        });
        return births;
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException broken) {
            throw new UncheckedIOException("%s cannot be written: %s.".formatted(file, broken.getMessage()), broken);
        }
    }
}
