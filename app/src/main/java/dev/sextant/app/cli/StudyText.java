package dev.sextant.app.cli;

import dev.sextant.model.space.Parameter;
import dev.sextant.model.study.Objective;
import dev.sextant.model.study.OutcomeLimit;
import dev.sextant.model.study.Program;
import dev.sextant.model.study.Settings;
import dev.sextant.model.study.StudySpec;
import dev.sextant.model.value.Numbers;
import dev.sextant.model.value.Value;
import dev.sextant.wire.study.StudyForm;
import dev.sextant.wire.tree.Node;
import dev.sextant.wire.tree.YamlWriter;
import java.io.PrintStream;
import java.util.List;
import java.util.stream.Collectors;

/// A study as people read it.
record StudyText(PrintStream out) {
    /// Keys without a line of their own, shown as they would stand in a file.
    private static final List<String> FURTHER = List.of("arguments", "pattern", "take", "inputs", "env", "workdir", "duplicates", "fidelity", "stopping",
            "resources", "trial", "artifacts", "note", "tags");

    /// A study that was not made yet.
    void print(Explained explained) {
        var spec = explained.study().spec();
        print(spec, explained.study().settings(), explained.seedIsDrawn() ? "a seed drawn when it is made" : "seed " + spec.seed());
    }

    void print(StudySpec spec, Settings settings) {
        print(spec, settings, "seed " + spec.seed());
    }

    private void print(StudySpec spec, Settings settings, String seed) {
        line("study", spec.name());
        line("objective", spec.objectives().stream().map(StudyText::text).collect(Collectors.joining(", ")));
        if (!spec.recorded().isEmpty()) {
            line("record", String.join(", ", spec.recorded()));
        }
        if (!spec.limits().isEmpty()) {
            line("limit", spec.limits().stream().map(OutcomeLimit::toString).collect(Collectors.joining(", ")));
        }
        line("strategy", "%s%s, %s".formatted(spec.strategy().name(), strategySettings(spec), seed));
        line("budget", SettingsText.budget(settings.budget()));
        spec.program().map(Program::command).ifPresent(c -> line("command", Pasted.line(c)));
        int width = spec.space().parameters().stream().mapToInt(p -> p.name().length()).max().orElse(0);
        for (var parameter : spec.space().parameters()) {
            line("parameter", "%s  %s%s%s".formatted(parameter.name() + " ".repeat(width - parameter.name().length()),
                    parameter.domain().allowed(), parameter.standard().map(v -> ", default " + v.text()).orElse("") + beliefs(parameter),
                    parameter.condition().map(c -> ", if " + c).orElse("")));
        }
        spec.space().constraints().forEach(c -> line("require", c));
        further(StudyForm.write(spec, settings));
    }

    private static String beliefs(Parameter parameter) {
        return parameter.prior().map(p -> ", around " + p.around().text()
                        + p.spread().stream().mapToObj(s -> " (spread " + Numbers.text(s) + ")").collect(Collectors.joining())).orElse("")
                + parameter.was().map(v -> ", was " + v.text()).orElse("");
    }

    private void further(Node.Obj document) {
        for (var key : FURTHER) {
            document.find(key).map(member -> YamlWriter.flow(member.value())).filter(text -> !text.equals("forbid")).ifPresent(text -> line(key, text));
        }
    }

    private static String strategySettings(StudySpec spec) {
        return spec.strategy().settings().entrySet().stream().map(e -> e.getKey() + "=" + text(e.getValue()))
                .collect(Collectors.collectingAndThen(Collectors.joining(", "), t -> t.isEmpty() ? "" : " (" + t + ")"));
    }

    private static String text(Value value) {
        return value.text();
    }

    private static String text(Objective objective) {
        return objective.metric() + ":" + objective.goalWord();
    }

    void line(String what, String value) {
        out.println("%-12s %s".formatted(what, value));
    }
}
