package dev.sextant.app.report;

import dev.sextant.engine.Preview;
import java.util.List;

/// What the strategy would try next, and why; empty if it would try nothing.
final class NextTable {
    private NextTable() {}

    static String html(List<Preview.Next> next, String strategy) {
        if (next.isEmpty()) {
            return "";
        }
        var rows = new StringBuilder();
        next.forEach(proposal -> rows.append("<tr><td class=\"number\">").append(proposal.trial()).append("</td>")
                .append(Html.text("td", proposal.proposal().configuration().toString()))
                .append(Html.text("td", proposal.proposal().why())).append("</tr>"));
        return "<section>" + Html.text("h2", "What %s would try next".formatted(strategy))
                + "<p class=\"caption\">If it were asked when this page was written, and nothing ended in between.</p>"
                + "<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"What would be tried next\"><table id=\"next\"><thead><tr>"
                + "<th scope=\"col\" class=\"number\">trial</th><th scope=\"col\">configuration</th><th scope=\"col\">why</th></tr></thead><tbody>"
                + rows + "</tbody></table></div></section>";
    }
}
