package dev.sextant.app.cli;

import dev.sextant.model.space.Parameter;
import dev.sextant.model.space.SearchSpace;
import dev.sextant.model.study.Program;
import dev.sextant.model.study.Settings;
import dev.sextant.model.study.StudySpec;
import dev.sextant.model.value.Numbers;
import dev.sextant.wire.study.StudyForm;
import dev.sextant.wire.tree.Node;
import dev.sextant.wire.tree.YamlWriter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// In what a study differs from the stored one of its name, in the words of a study file. What may change when a study is
/// continued is not looked at.
final class Differences {
    /// The keys that are compared as they would stand in a file; the others have lines of their own.
    private static final List<String> KEYS = List.of("arguments", "pattern", "take", "inputs", "env", "workdir", "objective", "record", "limit",
            "strategy", "duplicates", "fidelity", "stopping");
    private static final List<String> FIXED = List.of("objective", "limit", "seed", "fidelity");
    /// Of longer texts only the part around the first difference is shown.
    private static final int LONG = 120;
    private static final int BEFORE = 40;

    private final List<String> found = new ArrayList<>();

    private Differences() {}

    /// One line a difference; none if the stored study may be continued.
    ///
    /// @param seedStated whether the user stated the seed; one that would be drawn makes no difference
    static List<String> between(StudySpec stored, StudySpec wanted, boolean seedStated) {
        var differences = new Differences();
        differences.compare("command", command(stored), command(wanted));
        differences.space(stored.space(), wanted.space());
        var before = StudyForm.write(stored, Settings.STANDARD);
        var now = StudyForm.write(wanted, Settings.STANDARD);
        KEYS.forEach(key -> differences.compare(key, text(before, key), text(now, key)));
        var more = wanted.warmStart().stream().filter(s -> !stored.warmStart().contains(s)).toList();
        if (!more.isEmpty()) {
            differences.found.add("warm_start: stored %s, given %s".formatted(names(stored.warmStart()), names(wanted.warmStart())));
        }
        if (seedStated) {
            differences.compare("seed", Long.toString(stored.seed()), Long.toString(wanted.seed()));
        }
        return differences.found;
    }

    /// One line for each difference that no step into another space can bring about.
    static List<String> fixed(StudySpec stored, StudySpec wanted, boolean seedStated) {
        return between(stored, wanted, seedStated).stream().filter(line -> FIXED.stream().anyMatch(key -> line.startsWith(key + ": "))).toList();
    }

    private static String names(List<String> studies) {
        return studies.isEmpty() ? "none" : String.join(", ", studies);
    }

    private static String command(StudySpec spec) {
        return spec.program().map(Program::command).map(Pasted::line).orElse("none");
    }

    private static String text(Node.Obj document, String key) {
        return document.find(key).map(member -> YamlWriter.flow(member.value())).orElse("none");
    }

    private void space(SearchSpace stored, SearchSpace wanted) {
        var names = new LinkedHashSet<String>();
        stored.parameters().forEach(p -> names.add(p.name()));
        wanted.parameters().forEach(p -> names.add(p.name()));
        for (var name : names) {
            compare("parameter " + name, parameter(stored.find(name)), parameter(wanted.find(name)));
        }
        compare("constraints", constraints(stored), constraints(wanted));
    }

    private static String parameter(Optional<Parameter> parameter) {
        return parameter.map(p -> p.domain().allowed()
                + p.standard().map(v -> " default " + v.text()).orElse("")
                + p.prior().map(b -> " around " + b.around().text() + b.spread().stream().mapToObj(s -> " spread " + Numbers.text(s))
                        .collect(Collectors.joining())).orElse("")
                + p.condition().map(c -> " if " + c).orElse("")).orElse("none");
    }

    private static String constraints(SearchSpace space) {
        return space.constraints().isEmpty() ? "none" : String.join("; ", space.constraints());
    }

    private void compare(String what, String stored, String given) {
        if (!stored.equals(given)) {
            int from = stored.length() <= LONG && given.length() <= LONG ? 0 : Math.max(0, firstDifference(stored, given) - BEFORE);
            found.add("%s: stored %s, given %s".formatted(what, part(stored, from), part(given, from)));
        }
    }

    private static int firstDifference(String one, String other) {
        int same = 0;
        while (same < Math.min(one.length(), other.length()) && one.charAt(same) == other.charAt(same)) {
            same++;
        }
        return same;
    }

    private static String part(String text, int from) {
        int end = Math.min(text.length(), from + LONG);
        return (from > 0 ? "…" : "") + text.substring(Math.min(from, end), end) + (end < text.length() ? "…" : "");
    }
}
