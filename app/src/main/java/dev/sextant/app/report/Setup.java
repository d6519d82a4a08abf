package dev.sextant.app.report;

import dev.sextant.model.space.Parameter;
import dev.sextant.model.study.Program;
import dev.sextant.model.study.StudySpec;
import dev.sextant.model.value.Value;
import dev.sextant.run.command.ShellQuoting;
import java.util.stream.Collectors;

/// What was searched: the space, the constraints, the command.
final class Setup {
    private Setup() {}

    static String html(StudySpec spec) {
        var rows = spec.space().parameters().stream().map(Setup::row).collect(Collectors.joining());
        return "<section><h2>Setup</h2>" + spec.program().map(Setup::program).orElse("") + strategy(spec) + constraints(spec)
                + "<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"Search space\"><table><thead><tr><th scope=\"col\">parameter</th>"
                + "<th scope=\"col\">allowed</th><th scope=\"col\">default</th><th scope=\"col\">only if</th></tr></thead><tbody>"
                + rows + "</tbody></table></div></section>";
    }

    private static String program(Program program) {
        return Html.text("pre", program.command().stream().map(ShellQuoting::quote).collect(Collectors.joining(" "))) + Html.text("p", "in " + program.directory());
    }

    private static String strategy(StudySpec spec) {
        var settings = spec.strategy().settings().entrySet().stream().map(e -> e.getKey() + "=" + e.getValue().text())
                .collect(Collectors.joining(", "));
        return Html.text("p", "Strategy " + spec.strategy().name() + (settings.isEmpty() ? "" : ": " + settings) + "; seed " + spec.seed());
    }

    private static String constraints(StudySpec spec) {
        return spec.space().constraints().isEmpty() ? "" : Html.text("p", "Required: " + String.join("; ", spec.space().constraints()));
    }

    private static String row(Parameter parameter) {
        return "<tr>" + Html.text("td", parameter.name()) + Html.text("td", Html.cut(parameter.domain().allowed(), 300))
                + Html.text("td", parameter.standard().map(Value::text).orElse("")) + Html.text("td", parameter.condition().orElse("")) + "</tr>";
    }
}
