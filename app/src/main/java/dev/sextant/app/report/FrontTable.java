package dev.sextant.app.report;

import dev.sextant.app.results.Figures;
import dev.sextant.app.results.Results;
import dev.sextant.model.trial.TrialRecord;
import java.util.List;

/// The trials on the front of several objectives.
final class FrontTable {
    private static final int MOST = 50;

    private FrontTable() {}

    static String html(Results results, List<TrialRecord> front) {
        var rows = new StringBuilder();
        front.stream().limit(MOST).forEach(trial -> rows.append(row(results, trial)));
        var heads = new StringBuilder("<th scope=\"col\" class=\"number\">trial</th>");
        results.spec().objectives().forEach(o -> heads.append("<th scope=\"col\" class=\"number\">")
                .append(Html.escape(o.metric() + (o.goalWord().equals("max") ? " ↑" : " ↓"))).append("</th>"));
        var title = front.size() > MOST ? "The first %d of %s".formatted(MOST, Figures.count(front.size(), "trial") + " on the front")
                : Figures.count(front.size(), "trial") + " on the front";
        return "<details><summary>" + Html.escape(title) + "</summary><div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"Trials on the front\"><table><thead><tr>"
                + heads + "<th scope=\"col\">configuration</th></tr></thead><tbody>" + rows + "</tbody></table></div></details>";
    }

    private static String row(Results results, TrialRecord trial) {
        var cells = new StringBuilder("<tr><td class=\"number\">").append(trial.trial()).append("</td>");
        results.spec().objectives().forEach(o -> cells.append("<td class=\"number\">")
                .append(Figures.number(trial.metrics().value(o.metric()).orElseThrow())).append("</td>"));
        return cells.append(Html.text("td", trial.configuration().toString())).append("</tr>").toString();
    }
}
