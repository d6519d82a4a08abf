package dev.sextant.app.cli;

import dev.sextant.model.space.Parameter;
import dev.sextant.model.space.SearchSpace;
import dev.sextant.model.study.Objective;
import dev.sextant.model.study.Program;
import dev.sextant.model.study.StudySpec;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// In what a study differs from the stored one of its name, in the words of the user. What may change when a study is
/// continued is not looked at.
final class Differences {
    private final List<String> found = new ArrayList<>();

    private Differences() {}

    /// One line a difference; none if the stored study may be continued.
    ///
    /// @param seedStated whether the user stated the seed; one that would be drawn makes no difference
    static List<String> between(StudySpec stored, StudySpec wanted, boolean seedStated) {
        var differences = new Differences();
        differences.program(stored.program(), wanted.program());
        differences.space(stored.space(), wanted.space());
        differences.compare("objective", objectives(stored), objectives(wanted));
        differences.compare("recorded metrics", String.join(", ", stored.recorded()), String.join(", ", wanted.recorded()));
        differences.compare("strategy", stored.strategy(), wanted.strategy());
        differences.compare("duplicates", stored.duplicates(), wanted.duplicates());
        differences.compare("fidelity", stored.fidelity(), wanted.fidelity());
        if (seedStated) {
            differences.compare("seed", stored.seed(), wanted.seed());
        }
        return differences.found;
    }

    private void program(Optional<Program> stored, Optional<Program> wanted) {
        if (stored.isEmpty() || wanted.isEmpty()) {
            compare("command", command(stored), command(wanted));
            return;
        }
        var before = stored.get();
        var now = wanted.get();
        compare("command", command(stored), command(wanted));
        compare("arguments", before.arguments(), now.arguments());
        compare("pattern", before.pattern().orElse("none"), now.pattern().orElse("none"));
        compare("take", before.take(), now.take());
        compare("inputs", before.inputs(), now.inputs());
        compare("env", before.environment(), now.environment());
        compare("workdir", before.inRunFolder(), now.inRunFolder());
    }

    private static String command(Optional<Program> program) {
        return program.map(p -> String.join(" ", p.command())).orElse("none");
    }

    private void space(SearchSpace stored, SearchSpace wanted) {
        var names = new LinkedHashSet<String>();
        stored.parameters().forEach(p -> names.add(p.name()));
        wanted.parameters().forEach(p -> names.add(p.name()));
        for (var name : names) {
            compare("parameter " + name, parameter(stored.find(name)), parameter(wanted.find(name)));
        }
        compare("constraints", String.join("; ", stored.constraints()), String.join("; ", wanted.constraints()));
    }

    private static String parameter(Optional<Parameter> parameter) {
        return parameter.map(p -> p.domain().allowed()
                + p.standard().map(v -> " default " + v.text()).orElse("")
                + p.condition().map(c -> " if " + c).orElse("")).orElse("none");
    }

    private static String objectives(StudySpec spec) {
        return spec.objectives().stream().map(Differences::objective).collect(Collectors.joining(", "));
    }

    private static String objective(Objective objective) {
        return objective.metric() + ":" + objective.goalWord();
    }

    private void compare(String what, Object stored, Object wanted) {
        if (!stored.equals(wanted)) {
            found.add("%s: stored %s, given %s".formatted(what, shown(stored), shown(wanted)));
        }
    }

    private static String shown(Object value) {
        var text = value.toString();
        return text.isEmpty() ? "none" : text;
    }
}
