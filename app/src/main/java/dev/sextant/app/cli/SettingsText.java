package dev.sextant.app.cli;

import dev.sextant.app.results.Figures;
import dev.sextant.model.study.Budget;
import dev.sextant.model.study.Limit;
import java.util.stream.Collectors;

/// Settings of a study as people read them.
final class SettingsText {
    private SettingsText() {}

    /// `100 trials, 2 h 0 min, until 0.99 is reached`.
    static String budget(Budget budget) {
        return budget.limits().isEmpty() ? "unlimited"
                : budget.limits().stream().map(SettingsText::limit).collect(Collectors.joining(", "));
    }

    private static String limit(Limit limit) {
        return switch (limit) {
            case Limit.Trials(int count) -> Figures.count(count, "trial");
            case Limit.Time(var span) -> Figures.duration(span);
            case Limit.Target(double value) -> "until %s is reached".formatted(Figures.number(value));
            case Limit.Improvement(double below) -> "until less than %s better is to be expected".formatted(Figures.number(below));
            case Limit.Patience(int trials) -> "until %d trials bring no improvement".formatted(trials);
            case Limit.FailuresInRow(int count) -> "until the first %d trials fail".formatted(count);
        };
    }
}
