package dev.sextant.wire.study;

import dev.sextant.model.study.Budget;
import dev.sextant.model.study.Limit;
import dev.sextant.model.value.Value;
import dev.sextant.wire.study.Fields.Named;
import dev.sextant.wire.text.DurationText;
import dev.sextant.wire.tree.Node;
import dev.sextant.wire.tree.Position;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// `budget: {trials: 100, time: 2h, stop_at: 0.99, stop_when: improvement < 0.001, patience: 30, max_failures: off}`.
final class BudgetForm {
    private static final Pattern IMPROVEMENT = Pattern.compile("\\s*improvement\\s*<\\s*([+]?[0-9]+(?:[.][0-9]+)?(?:[eE][+-]?[0-9]+)?)\\s*");

    private BudgetForm() {}

    /// The limits that were said, in their order, then those of `standard` of which nothing was said.
    static Budget read(Node node, Budget standard) {
        var fields = Fields.of("budget", node, StudyKeys.under("budget"));
        var limits = new ArrayList<Limit>();
        fields.object().members().forEach(m -> limit(m.name(), new Named("budget." + m.name(), m.value())).ifPresent(limits::add));
        standard.limits().stream().filter(l -> fields.node(key(l)).isEmpty()).forEach(limits::add);
        return new Budget(limits);
    }

    private static Optional<Limit> limit(String key, Named given) {
        if (Words.isOff(given)) {
            return Optional.empty();
        }
        return Optional.of(switch (key) {
            case "trials" -> new Limit.Trials(given.count(1));
            case "time" -> new Limit.Time(time(given));
            case "stop_at" -> new Limit.Target(given.number());
            case "stop_when" -> new Limit.Improvement(improvement(given));
            case "patience" -> new Limit.Patience(given.count(1));
            default -> new Limit.FailuresInRow(given.count(1));
        });
    }

    private static Duration time(Named given) {
        var span = Words.duration(given);
        if (span.isZero()) {
            throw given.wrong("longer than nothing");
        }
        return span;
    }

    private static double improvement(Named given) {
        var condition = IMPROVEMENT.matcher(given.word());
        if (condition.matches()) {
            double below = Double.parseDouble(condition.group(1));
            if (below > 0 && Double.isFinite(below)) {
                return below;
            }
        }
        throw given.wrong("'improvement < NUMBER' with a number above 0");
    }

    private static String key(Limit limit) {
        return switch (limit) {
            case Limit.Trials _ -> "trials";
            case Limit.Time _ -> "time";
            case Limit.Target _ -> "stop_at";
            case Limit.Improvement _ -> "stop_when";
            case Limit.Patience _ -> "patience";
            case Limit.FailuresInRow _ -> "max_failures";
        };
    }

    /// Every limit in its order; what a study would have without being told is said to be off where it is not there.
    static Node write(Budget budget, Position at) {
        var object = new TreeBuilder(at);
        for (var limit : budget.limits()) {
            switch (limit) {
                case Limit.Trials(int count) -> object.whole("trials", count);
                case Limit.Time(var span) -> object.text("time", DurationText.write(span));
                case Limit.Target(double value) -> object.value("stop_at", new Value.Real(value));
                case Limit.Improvement(double below) -> object.text("stop_when", "improvement < " + new Value.Real(below).text());
                case Limit.Patience(int trials) -> object.whole("patience", trials);
                case Limit.FailuresInRow(int count) -> object.whole("max_failures", count);
            }
        }
        for (var kind : List.of(Limit.Trials.class, Limit.FailuresInRow.class)) {
            if (budget.limit(kind).isEmpty()) {
                object.text(kind == Limit.Trials.class ? "trials" : "max_failures", "off");
            }
        }
        return object.build();
    }
}
