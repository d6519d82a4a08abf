package dev.sextant.app.report;

import dev.sextant.app.results.Figures;
import dev.sextant.app.results.Results;
import dev.sextant.app.results.StudyImportance;
import dev.sextant.strategy.insight.Weight;

/// Which parameters mattered, as bars with intervals; empty if there are too few trials to say.
final class ImportanceTable {
    private static final int MOST = 40;

    private ImportanceTable() {}

    static String html(Results results) {
        return StudyImportance.ifAny(results, StudyImportance.Wanted.STANDARD).map(ImportanceTable::html).orElse("");
    }

    private static String html(StudyImportance measured) {
        var rows = new StringBuilder();
        measured.importance().parameters().stream().limit(MOST).forEach(weight -> rows.append(row(weight)));
        return "<section>" + Html.text("h2", "What mattered for " + measured.objective().metric())
                + Html.text("p", "What sets the best tenth of %s apart from all of them (PED-ANOVA); the lines are 95 %% intervals."
                        .formatted(Figures.count(measured.importance().trials(), "trial"))).replaceFirst("<p>", "<p class=\"caption\">")
                + "<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"What mattered\"><table class=\"shares\"><tbody>"
                + rows + "</tbody></table></div></section>";
    }

    private static String row(Weight weight) {
        return "<tr><th scope=\"row\">%s</th><td class=\"number\">%s</td><td class=\"bar\">%s%s</td><td class=\"soft\">%s to %s</td></tr>".formatted(
                Html.escape(Html.cut(weight.parameters().getFirst(), 60)), Figures.percent(weight.share()),
                span("share", 0, weight.share()), span("interval", weight.low(), weight.high()),
                Figures.percent(weight.low()), Figures.percent(weight.high()));
    }

    private static String span(String style, double from, double to) {
        return "<span class=\"%s\" style=\"left:%s%%;width:%s%%\"></span>".formatted(style, Figures.number(100 * from), Figures.number(100 * (to - from)));
    }
}
