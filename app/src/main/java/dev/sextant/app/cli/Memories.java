package dev.sextant.app.cli;

import dev.sextant.app.results.Figures;
import dev.sextant.engine.port.StudyView;
import dev.sextant.model.event.StudyEvent.Remembered;
import dev.sextant.model.study.Objective;
import dev.sextant.model.study.StudySpec;
import dev.sextant.model.trial.Metrics;
import dev.sextant.model.trial.TrialRecord;
import dev.sextant.model.trial.TrialState;
import dev.sextant.store.home.StudyHome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/// What earlier studies of a home found that is evidence for another one: their complete trials, as far as they fit its
/// space and have a value for each of its objectives. Of a source [#MOST] at most: the best half of that, and of the
/// others some of every rank.
///
/// @param found by source, in the order in which they were named
record Memories(List<Found> found) {
    static final int MOST = 1_000;

    /// What one source has.
    ///
    /// @param results that fit
    /// @param complete how many trials had a value
    record Found(String source, List<Remembered> results, int complete) {}

    /// Looks them up.
    ///
    /// @throws UsageException if a source has nothing that fits
    /// @throws dev.sextant.store.home.StudyNameException if there is no study of that name
    static Memories of(StudyHome home, StudySpec wanted, List<String> sources) {
        var found = new ArrayList<Found>();
        for (var source : sources) {
            if (source.equals(wanted.name())) {
                throw new UsageException("Study '%s' cannot start from itself.%nTo go on with it in another space: --evolve".formatted(source));
            }
            try (var view = home.read(source)) {
                found.add(found(source, view, wanted));
            }
        }
        return new Memories(List.copyOf(found));
    }

    private static Found found(String source, StudyView view, StudySpec wanted) {
        var lacking = wanted.objectives().stream().map(Objective::metric).filter(m -> !view.spec().metrics().contains(m)).toList();
        if (!lacking.isEmpty()) {
            throw refused(wanted, source, "it has no values of %s, only of %s".formatted(String.join(", ", lacking),
                    String.join(", ", view.spec().metrics())));
        }
        var bridge = wanted.space().after(view.spec().space());
        var complete = new ArrayList<TrialRecord>();
        view.trials(t -> complete.addAll(t.state() == TrialState.COMPLETE ? List.of(t) : List.of()));
        var results = new ArrayList<Remembered>();
        complete.forEach(t -> bridge.fit(t.configuration()).filter(_ -> hasAll(t, wanted))
                .ifPresent(c -> results.add(new Remembered(source, c, metrics(t, wanted)))));
        if (complete.isEmpty()) {
            throw refused(wanted, source, "it has no complete trial");
        }
        if (results.isEmpty()) {
            throw refused(wanted, source, "none of its %s fits the space.%nA parameter that it did not have needs a default, or 'was'"
                    .formatted(Figures.count(complete.size(), "complete trial")));
        }
        return new Found(source, thinned(results, wanted.objectives().getFirst()), complete.size());
    }

    private static UsageException refused(StudySpec wanted, String source, String why) {
        return new UsageException("Study '%s' cannot start from study '%s': %s.".formatted(wanted.name(), source, why));
    }

    private static boolean hasAll(TrialRecord trial, StudySpec wanted) {
        return wanted.objectives().stream().allMatch(o -> trial.metrics().value(o.metric()).isPresent());
    }

    private static Metrics metrics(TrialRecord trial, StudySpec wanted) {
        var values = new LinkedHashMap<String, Double>();
        wanted.neededMetrics().forEach(name -> trial.metrics().value(name).ifPresent(value -> values.put(name, value)));
        return new Metrics(values);
    }

    private static List<Remembered> thinned(List<Remembered> results, Objective objective) {
        if (results.size() <= MOST) {
            return List.copyOf(results);
        }
        var ranked = new ArrayList<>(results);
        ranked.sort(Comparator.comparingDouble(r -> objective.loss(r.metrics().value(objective.metric()).orElseThrow())));
        var kept = new ArrayList<>(ranked.subList(0, MOST / 2));
        int others = ranked.size() - MOST / 2;
        for (int i = 0; i < MOST / 2; i++) {
            kept.add(ranked.get(MOST / 2 + (int) ((long) i * others / (MOST / 2))));
        }
        return List.copyOf(kept);
    }

    /// The events that make them known to a study.
    List<Remembered> events() {
        return found.stream().flatMap(f -> f.results().stream()).toList();
    }

    /// `31 of 40 results of study 'lenet', 12 of 12 of study 'digits'`; empty if there are none.
    String text() {
        return found.stream().map(f -> "%d of %s of study '%s'".formatted(f.results().size(), Figures.count(f.complete(), "result"), f.source()))
                .collect(Collectors.joining(", "));
    }
}
