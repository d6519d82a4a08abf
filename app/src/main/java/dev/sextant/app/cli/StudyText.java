package dev.sextant.app.cli;

import dev.sextant.model.study.Objective;
import dev.sextant.model.study.Program;
import dev.sextant.model.study.Settings;
import dev.sextant.model.study.StudySpec;
import dev.sextant.model.value.Value;
import java.io.PrintStream;
import java.util.stream.Collectors;

/// A study as people read it.
record StudyText(PrintStream out) {
    void print(StudySpec spec, Settings settings) {
        line("study", spec.name());
        line("objective", spec.objectives().stream().map(StudyText::text).collect(Collectors.joining(", ")));
        if (!spec.recorded().isEmpty()) {
            line("record", String.join(", ", spec.recorded()));
        }
        line("strategy", "%s%s, seed %d".formatted(spec.strategy().name(), strategySettings(spec), spec.seed()));
        line("budget", SettingsText.budget(settings.budget()));
        spec.program().map(Program::command).ifPresent(c -> line("command", Pasted.line(c)));
        int width = spec.space().parameters().stream().mapToInt(p -> p.name().length()).max().orElse(0);
        for (var parameter : spec.space().parameters()) {
            line("parameter", "%s  %s%s%s".formatted(parameter.name() + " ".repeat(width - parameter.name().length()),
                    parameter.domain().allowed(), parameter.standard().map(v -> ", default " + v.text()).orElse(""),
                    parameter.condition().map(c -> ", if " + c).orElse("")));
        }
        spec.space().constraints().forEach(c -> line("require", c));
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
