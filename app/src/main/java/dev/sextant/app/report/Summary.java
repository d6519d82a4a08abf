package dev.sextant.app.report;

import dev.sextant.app.results.Figures;
import dev.sextant.app.results.Results;
import dev.sextant.app.results.Timeline;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// The facts under the title: how many trials, how long, on how many slots.
final class Summary {
    private Summary() {}

    static String of(Results results) {
        var facts = new ArrayList<String>();
        facts.add(trials(results));
        var timeline = Timeline.of(results);
        if (!timeline.isEmpty()) {
            facts.add(bold(Figures.duration(timeline.active())) + " on " + bold(Figures.count(timeline.slots(), "slot")));
            facts.add(bold(Figures.percent(timeline.utilisation())) + " busy");
        }
        facts.add("strategy " + bold(results.spec().strategy().name()));
        facts.add("seed " + bold(Long.toString(results.spec().seed())));
        return list(facts);
    }

    private static String trials(Results results) {
        var counts = results.counts();
        var total = bold(Figures.count(results.trials().size(), "trial"));
        return counts.isEmpty() ? total : counts.entrySet().stream()
                .map(e -> "<span class=\"state %s\">%,d %s</span>".formatted(e.getKey().word(), e.getValue(), e.getKey().word()))
                .collect(Collectors.joining(", ", total + ": ", results.infeasible() > 0 ? ", of which %d break a limit".formatted(results.infeasible()) : ""));
    }

    private static String bold(String text) {
        return Html.text("b", text);
    }

    private static String list(List<String> facts) {
        return facts.stream().collect(Collectors.joining("</li><li>", "<ul class=\"facts\"><li>", "</li></ul>"));
    }
}
