package dev.sextant.app.report;

import dev.sextant.app.results.Figures;
import dev.sextant.app.results.Front;
import dev.sextant.app.results.HypervolumeHistory;
import dev.sextant.app.results.Results;
import dev.sextant.app.results.StudyModel;
import dev.sextant.app.results.Timeline;
import dev.sextant.model.space.Scale;
import dev.sextant.model.study.Objective;
import dev.sextant.model.trial.TrialState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The sections of the page, from the best result down to the table; a section with nothing to show is left out.
final class Sections {
    private static final int MOST_SLICES = 60;

    private final Results results;
    private final ShownTrials shown;
    private final Front front;
    private final Optional<StudyModel> model;
    private final Report report;
    private final List<String> sections = new ArrayList<>();

    Sections(Report report, ShownTrials shown, Front front, Optional<StudyModel> model) {
        this.model = model;
        this.report = report;
        this.results = report.results();
        this.shown = shown;
        this.front = front;
    }

    String html() {
        sections.add(new BestCard(results, report.commandLine()).html());
        if (!results.trials().isEmpty()) {
            if (results.hasSeveralObjectives() && results.counts().containsKey(TrialState.COMPLETE)) {
                front();
            }
            if (results.counts().containsKey(TrialState.COMPLETE)) {
                results.spec().objectives().forEach(this::history);
                sections.add(ImportanceTable.html(results));
                parallel();
                slices();
                surface();
                sections.add(NextTable.html(report.next(), results.spec().strategy().name()));
            }
            timeline();
            sections.add(FailureList.html(results));
            table();
        }
        sections.add(Setup.html(results.spec()));
        return String.join("\n", sections);
    }

    private void front() {
        int size = front.trials().size();
        var chart = results.spec().objectives().size() == 2
                ? figure("The front: " + Figures.count(size, "trial"), "Every other trial is beaten by one of these in one objective and not better in another.", "front", "chart tall")
                : "";
        sections.add("<section>" + chart + FrontTable.html(results, front.trials()) + "</section>");
        hypervolume();
    }

    private void hypervolume() {
        var history = HypervolumeHistory.of(results);
        if (!history.steps().isEmpty()) {
            var caption = "How much of the box from the best values to %s the front dominates.%s".formatted(
                    history.referenceText(results.spec().objectives()), history.exact() ? "" : " A lower bound: an even share of the improvements counts.");
            section(figure("Hypervolume: %s".formatted(Figures.number(history.steps().getLast().value())), caption, "hypervolume", "chart"));
        }
    }

    private void history(Objective objective) {
        int index = results.spec().objectives().indexOf(objective);
        var axis = results.axis(objective);
        var caption = new StringBuilder("Each dot is a complete trial; the line is the best so far.");
        if (results.counts().containsKey(TrialState.FAILED)) {
            caption.append(" Failed trials stand at the bottom.");
        }
        if (axis.scale() == Scale.LOG) {
            caption.append(" Log scale.");
        }
        if (axis.outside() > 0) {
            caption.append(" %s far outside: drawn on the edge.".formatted(Figures.count(axis.outside(), "value")));
        }
        section(figure("Best %s so far, %s".formatted(objective.metric(), Figures.count(results.trials().size(), "trial")),
                caption + part(), "history-" + index, "chart"));
    }

    private String part() {
        return shown.isAll() ? "" : " Dots: %,d of %,d trials, the best ones among them.".formatted(shown.trials().size(), results.trials().size());
    }

    private void parallel() {
        var caption = "Each line is a complete trial; the stronger its colour, the better its %s. Drag along an axis to filter the table of trials."
                .formatted(results.first().metric());
        boolean conditional = shown.parameters().stream().anyMatch(p -> p.condition().isPresent());
        section(figure("Parameters together", caption + (conditional ? " Where a parameter is inactive, the line runs through the place named so." : ""),
                "parallel", "chart tall upright")
                + (shown.parameters().size() > 1 ? "<fieldset class=\"choices\" id=\"axes\"><legend>Axes</legend></fieldset>" : ""));
    }

    private void slices() {
        var slices = new StringBuilder();
        for (int i = 0; i < Math.min(MOST_SLICES, shown.parameters().size()); i++) {
            var name = shown.parameters().get(i).name();
            slices.append("<figure>").append(Html.text("h3", name))
                    .append(place("slice-" + i, "chart", "%s against %s".formatted(results.first().metric(), name))).append("</figure>");
        }
        var rest = shown.parameters().size() > MOST_SLICES ? " The first %d of %d parameters.".formatted(MOST_SLICES, shown.parameters().size()) : "";
        if (!shown.parameters().isEmpty()) {
            section(Html.text("h2", "Each parameter alone")
                    + "<p class=\"caption\">The stronger the colour, the later the trial; the ring is the best. The line is what a model expects of %s with all others as in the best trial, give or take a standard deviation (dotted)."
                            .formatted(Html.escape(results.first().metric())) + rest + "</p>"
                    + objectiveChoice() + "<div class=\"slices\">" + slices + "</div>");
        }
    }

    private void surface() {
        if (model.flatMap(known -> known.surface(1)).isPresent()) {
            section(figure("What a model expects of " + results.first().metric(),
                    "Over the two parameters that mattered most, with all others as in the best trial. The stronger the colour, the better; dots are trials, the ring is the best.",
                    "surface", "chart tall"));
        }
    }

    private String objectiveChoice() {
        if (!results.hasSeveralObjectives()) {
            return "";
        }
        var options = new StringBuilder();
        var objectives = results.spec().objectives();
        for (int i = 0; i < objectives.size(); i++) {
            options.append("<option value=\"").append(i).append("\">").append(Html.escape(objectives.get(i).metric())).append("</option>");
        }
        return "<div class=\"tools\"><label for=\"slice-objective\">Objective</label> <select id=\"slice-objective\">" + options + "</select></div>";
    }

    private void timeline() {
        var timeline = Timeline.of(results);
        if (!timeline.isEmpty()) {
            section(figure("%s busy %s of the time".formatted(Figures.count(timeline.slots(), "slot"), Figures.percent(timeline.utilisation())),
                    "Which trial ran when, and how many ran at once. Slots are inferred from the times of each trial's latest attempt; the time in which nothing ran at all does not count.",
                    "timeline", "chart"));
        }
    }

    private void table() {
        section("""
                <h2 id="trials">Trials</h2>
                <p class="caption">Filter by words and comparisons, such as <code>state = failed</code> or <code>%s</code>; a click on a heading sorts.%s</p>
                <div class="tools"><input id="filter" type="search" placeholder="Filter" aria-label="Filter the trials" autocomplete="off" spellcheck="false">
                <span id="found" role="status" class="soft"></span>
                <button type="button" id="back">Back</button><button type="button" id="on">Next</button></div>
                <div class="wide" tabindex="0" role="region" aria-label="Table of trials"><table class="rows"><thead><tr id="columns"></tr></thead><tbody id="rows"></tbody></table></div>
                """.formatted(Html.escape(example()), shown.isAll() ? "" : Html.escape(part())));
    }

    private String example() {
        return results.best(results.first()).map(best -> results.first().metric() + (results.first().goal() == Objective.Goal.MAX ? ">=" : "<=")
                + Figures.number(best.metrics().value(results.first().metric()).orElseThrow())).orElse("trial<10");
    }

    private void section(String content) {
        sections.add("<section>" + content + "</section>");
    }

    private static String figure(String title, String caption, String id, String style) {
        return "<figure>" + Html.text("h2", title) + Html.text("figcaption", caption) + place(id, style, title + ". " + caption) + "</figure>";
    }

    private static String place(String id, String style, String label) {
        return "<div class=\"%s\" id=\"%s\" role=\"img\" aria-label=\"%s\"></div>".formatted(style, id, Html.escape(label));
    }
}
