package dev.sextant.app.report;

import dev.sextant.app.results.Failures;
import dev.sextant.app.results.Figures;
import dev.sextant.app.results.Results;
import java.util.stream.Collectors;

/// Why trials failed, grouped by reason, with the end of the latest output of each.
final class FailureList {
    private static final int NUMBERS = 12;
    private static final int LONGEST_REASON = 500;
    private static final int LONGEST_OUTPUT = 4000;

    private FailureList() {}

    static String html(Results results) {
        var failures = Failures.of(results);
        if (failures.count() == 0) {
            return "<section><h2>Failures</h2><p class=\"none\">None.</p></section>";
        }
        var list = failures.groups().stream().map(FailureList::group).collect(Collectors.joining());
        var others = failures.others() == 0 ? "" : Html.text("p", "And %s with other reasons.".formatted(Figures.count(failures.others(), "trial")));
        return "<section>" + Html.text("h2", Figures.count(failures.count(), "failure") + " by reason") + list + others + "</section>";
    }

    private static String group(Failures.Group group) {
        var numbers = group.trials().stream().limit(NUMBERS).map(String::valueOf).collect(Collectors.joining(", "));
        var more = group.count() > NUMBERS ? ", …" : "";
        var reason = group.reason().isEmpty() ? group.state().word() : Html.cut(group.reason(), LONGEST_REASON);
        return "<div class=\"failure\"><p class=\"state " + group.state().word() + "\"><span class=\"count\">" + group.count() + " ×</span>"
                + Html.escape(reason) + "</p><p class=\"soft\">Trial" + (group.count() == 1 ? " " : "s ") + numbers + more + "</p>" + output(group) + "</div>";
    }

    private static String output(Failures.Group group) {
        var lines = group.latest().lastLines();
        if (lines.isBlank()) {
            return "";
        }
        var end = lines.length() <= LONGEST_OUTPUT ? lines : "…" + lines.substring(lines.length() - LONGEST_OUTPUT);
        return "<details><summary>Last lines of trial " + group.latest().trial() + "</summary>" + Html.text("pre", end) + "</details>";
    }
}
