package dev.sextant.wire.study;

import dev.sextant.model.study.Objective.Goal;
import dev.sextant.model.value.Numbers;
import dev.sextant.model.value.Value;
import dev.sextant.wire.study.Fields.Named;
import dev.sextant.wire.tree.Node;
import dev.sextant.wire.tree.Source;
import java.util.ArrayList;
import java.util.List;

/// Arguments of options that hold more than a value: `NAME:max`, `NAME,NAME`, `NAME:key=value,key=value`.
final class FlagText {
    private final Source source;
    private final Span whole;

    FlagText(Source source) {
        this.source = source;
        this.whole = new Span(source, 0, source.text().length());
    }

    /// The argument as a number if it is one, else as a text.
    Node node() {
        var text = source.text();
        return Numbers.isNumber(text) && Double.isFinite(Double.parseDouble(text))
                ? new Node.Num(text, source.start()) : new Node.Text(text, source.start());
    }

    /// `accuracy:max` as the objective it says; without a goal, the name must not speak for the other one.
    Node objective() {
        int colon = source.text().lastIndexOf(':');
        var metric = colon < 0 ? whole : whole.until(colon);
        var name = ObjectiveForm.metric(new Named(source.name(), new Node.Text(metric.text(), metric.at())));
        if (colon < 0) {
            var goal = ObjectiveForm.assumed(name, whole.end(), "Write %s %s:max or %s %s:min.".formatted(
                    source.name(), name, source.name(), name));
            return objective(name, goal == Goal.MIN ? "min" : "max");
        }
        var goal = whole.after(colon + 1);
        ObjectiveForm.goal(new Named("The goal of '%s'".formatted(name), new Node.Text(goal.text(), goal.at())));
        return objective(name, goal.text());
    }

    private Node objective(String metric, String goal) {
        return new TreeBuilder(source.start()).text("metric", metric).text("goal", goal).build();
    }

    /// The words between commas.
    List<Node> words() {
        var words = new ArrayList<Node>();
        for (var word : whole.split(',')) {
            if (word.text().isEmpty()) {
                throw word.at().error("A name is missing here.");
            }
            words.add(new Node.Text(word.text(), word.at()));
        }
        return words;
    }

    /// `genetic:demes=4,population=8` as the strategy or stopping rule it says; `list:points.jsonl` names a file.
    Node strategy() {
        int colon = source.text().indexOf(':');
        var name = colon < 0 ? whole : whole.until(colon);
        if (name.text().isEmpty()) {
            throw name.at().error("A name is missing.\nExample: %s".formatted(example()));
        }
        if (colon < 0) {
            return new Node.Text(name.text(), name.at());
        }
        var rest = whole.after(colon + 1);
        var value = name.text().equals("list") ? new Node.Text(rest.text(), rest.at()) : settings(rest);
        return new TreeBuilder(source.start()).node(name.text(), value).build();
    }

    private String example() {
        return source.name().equals("--stopping") ? "--stopping percentile:percent=25,startup=5" : "--strategy genetic:demes=4,population=8";
    }

    private Node settings(Span text) {
        var settings = new TreeBuilder(text.at());
        for (var setting : text.split(',')) {
            int equals = setting.indexOf("=");
            if (equals < 1 || equals == setting.text().length() - 1) {
                throw setting.at().error("Expected KEY=VALUE.\nExample: %s".formatted(example()));
            }
            settings.node(setting.until(equals).text(), Node.of(Value.of(setting.after(equals + 1).text()), setting.at(equals + 1)));
        }
        return settings.build();
    }
}
