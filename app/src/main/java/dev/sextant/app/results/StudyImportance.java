package dev.sextant.app.results;

import dev.sextant.model.study.Objective.Goal;
import dev.sextant.model.study.Objective;
import dev.sextant.model.text.Nearest;
import dev.sextant.model.trial.TrialRecord;
import dev.sextant.model.trial.TrialState;
import dev.sextant.strategy.insight.Finished;
import dev.sextant.strategy.insight.Importance;
import dev.sextant.strategy.insight.Importances;
import dev.sextant.strategy.insight.Method;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/// Which parameters of a study mattered for one of its metrics.
///
/// @param objective the metric, and which way is better
/// @param top the best share of the trials, if the method asks for one
public record StudyImportance(String study, Objective objective, OptionalDouble top, Importance importance) {
    /// What to measure.
    ///
    /// @param metric `NAME`, `NAME:min` or `NAME:max`; the first objective if none is given
    /// @param top the best share of the trials, for [Method#PED_ANOVA] only
    public record Wanted(Method method, Optional<String> metric, OptionalDouble top) {
        /// What is measured if nothing is said.
        public static final Wanted STANDARD = new Wanted(Method.PED_ANOVA, Optional.empty(), OptionalDouble.empty());

        public Wanted {
            if (method != Method.PED_ANOVA && top.isPresent()) {
                throw new IllegalArgumentException("The best share of the trials (top) is for the method '%s' only, not for '%s'."
                        .formatted(Method.PED_ANOVA.word(), method.word()));
            }
        }

        /// The method with a word.
        ///
        /// @throws IllegalArgumentException that lists the methods if there is none with this word
        public static Method method(String word) {
            return Method.of(word).orElseThrow(() -> new IllegalArgumentException("There is no method '%s'; methods: %s.%s".formatted(
                    word, String.join(", ", Method.words()), Nearest.question(word, Method.words()).map("\n"::concat).orElse(""))));
        }
    }

    /// Measures the complete trials that have a value of the metric.
    ///
    /// @throws IllegalArgumentException if there is no such metric, or there are too few trials
    public static StudyImportance of(Results results, Wanted wanted) {
        var objective = wanted.metric().map(given -> objective(results, given)).orElseGet(results::first);
        var top = wanted.method() == Method.PED_ANOVA
                ? OptionalDouble.of(wanted.top().orElse(Importances.Question.TENTH)) : OptionalDouble.empty();
        var question = new Importances.Question(wanted.method(), top.orElse(Importances.Question.TENTH), results.spec().seed());
        return new StudyImportance(results.spec().name(), objective, top,
                Importances.of(results.spec().space(), finished(results, objective), question));
    }

    /// The same, if there are trials enough to say anything and a parameter that varies.
    public static Optional<StudyImportance> ifAny(Results results, Wanted wanted) {
        try {
            return Optional.of(of(results, wanted));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /// The complete trials of a study, as those who learn from them want them.
    public static List<Finished> finished(Results results, Objective objective) {
        return results.trials().stream().flatMap(trial -> finished(trial, objective)).toList();
    }

    private static Stream<Finished> finished(TrialRecord trial, Objective objective) {
        return trial.state() != TrialState.COMPLETE ? Stream.empty()
                : trial.metrics().value(objective.metric()).stream()
                        .mapToObj(value -> new Finished(trial.configuration(), objective.loss(value)));
    }

    private static Objective objective(Results results, String given) {
        var name = given.replaceFirst(":(min|max)$", "");
        var known = results.spec().metrics();
        if (!known.contains(name)) {
            throw new IllegalArgumentException("Study '%s' has no metric '%s'; metrics: %s.%s".formatted(results.spec().name(), name,
                    String.join(", ", known), Nearest.question(name, known).map("\n"::concat).orElse("")));
        }
        var stated = results.spec().objectives().stream().filter(o -> o.metric().equals(name)).findFirst();
        return given.equals(name) ? stated.orElseGet(() -> new Objective(name, Goal.MIN))
                : new Objective(name, given.endsWith(":max") ? Goal.MAX : Goal.MIN);
    }
}
