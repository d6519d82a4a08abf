package dev.sextant.app.report;

import dev.sextant.app.results.Figures;
import dev.sextant.app.results.Results;
import dev.sextant.model.space.Configuration;
import dev.sextant.model.study.Objective;
import dev.sextant.model.trial.TrialRecord;
import dev.sextant.model.value.Value;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The best trial of each objective: value, configuration, and the command line to paste.
final class BestCard {
    private static final int MOST_CHIPS = 24;

    private final Results results;
    private final Function<TrialRecord, String> commandLine;

    BestCard(Results results, Function<TrialRecord, String> commandLine) {
        this.results = results;
        this.commandLine = commandLine;
    }

    String html() {
        var cards = new StringBuilder();
        for (var objective : results.spec().objectives()) {
            results.best(objective).ifPresent(best -> cards.append(card(objective, best)));
        }
        return cards.isEmpty() ? nothingYet() : cards.toString();
    }

    private String nothingYet() {
        var metrics = results.spec().objectives().stream().map(Objective::metric).collect(Collectors.joining(", "));
        var why = results.trials().isEmpty() ? "No trial has run yet." : results.nearest().map(near -> "No trial keeps the limits. The nearest is %s.".formatted(near.text()))
                .orElse(mayStill() ? "No trial is complete yet." : "No trial is complete.");
        return "<section class=\"best\">" + Html.text("h2", "Best " + metrics) + Html.text("p", why) + "</section>";
    }

    private boolean mayStill() {
        return results.trials().stream().anyMatch(t -> !t.state().isFinal());
    }

    private String card(Objective objective, TrialRecord best) {
        double value = best.metrics().value(objective.metric()).orElseThrow();
        var id = "command-" + results.spec().objectives().indexOf(objective);
        return """
                <section class="best">
                <h2>Best %s</h2>
                <p class="value" title="%s">%s</p>
                <p class="soft">Trial %d%s</p>
                %s
                <div class="paste"><pre id="%s">%s</pre><button type="button" data-copy="%s">Copy</button></div>
                </section>""".formatted(Html.escape(objective.metric()), value, Figures.number(value), best.trial(),
                Html.escape(comparison(objective, best, value)), chips(best.configuration()), id, words(commandLine.apply(best)), id);
    }

    /// Each word a box of its own, for a browser may otherwise break a line within `--`.
    private static String words(String line) {
        return Arrays.stream(line.split(" ", -1)).map(word -> Html.text("span", word)).collect(Collectors.joining(" "));
    }

    private String comparison(Objective objective, TrialRecord best, double value) {
        var first = results.trials().stream().filter(t -> Results.value(t, objective).isPresent()).findFirst().orElse(best);
        if (first.trial() == best.trial()) {
            return ", the first that is complete";
        }
        double before = first.metrics().value(objective.metric()).orElseThrow();
        return "; the first complete trial had %s, a difference of %s%s".formatted(Figures.number(before),
                Figures.number(Math.abs(value - before)), times(objective.loss(before) > 0 ? before / value : value / before));
    }

    private static String times(double ratio) {
        return ratio >= 1.5 && ratio < 1e6 ? ": %s times better".formatted(Figures.number(Math.round(ratio * 10) / 10.0)) : "";
    }

    private static String chips(Configuration configuration) {
        var chips = configuration.values().entrySet().stream().map(e -> "<li><span>" + Html.escape(e.getKey()) + "</span>"
                + Html.escape(text(e.getValue())) + "</li>").toList();
        int first = Math.min(MOST_CHIPS, chips.size());
        var more = first == chips.size() ? "" : "<details><summary>" + (chips.size() - first) + " more parameters</summary>"
                + list(chips.subList(first, chips.size())) + "</details>";
        return list(chips.subList(0, first)) + more;
    }

    private static String list(List<String> chips) {
        return "<ul class=\"chips\">" + String.join("", chips) + "</ul>";
    }

    private static String text(Value value) {
        return value instanceof Value.Real(double number) ? Figures.number(number) : value.text();
    }
}
