package dev.sextant.app.cli;

import dev.sextant.model.space.Configuration;
import dev.sextant.model.study.Program;
import dev.sextant.model.study.StudySpec;
import dev.sextant.model.value.Value;
import dev.sextant.run.command.CommandReading;
import dev.sextant.run.command.EnvironmentName;
import dev.sextant.run.command.Names;
import dev.sextant.run.command.ShellQuoting;
import dev.sextant.run.command.Surroundings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Command lines to paste into a POSIX shell.
final class Pasted {
    private static final Pattern SHELL = Pattern.compile("(.*/)?(sh|bash|dash|zsh|ksh|.*\\.sh)");

    private Pasted() {}

    /// The line that runs a trial's configuration by hand; empty for a study without a program.
    static Optional<String> line(StudySpec spec, int trial, Configuration configuration) {
        return spec.program().map(p -> {
            var values = Names.of(spec).texts(values(spec, configuration));
            long seed = Surroundings.seed(spec.seed(), trial);
            return environment(p, values, seed) + line(words(spec, p, values, seed));
        });
    }

    /// The values of the parameters, then that of the fidelity.
    private static SequencedMap<String, Value> values(StudySpec spec, Configuration configuration) {
        var values = new LinkedHashMap<>(configuration.values());
        spec.fidelity().ifPresent(f -> values.put(f.name(), new Value.Int(f.max())));
        return values;
    }

    static String line(List<String> words) {
        return words.stream().map(ShellQuoting::quote).collect(Collectors.joining(" "));
    }

    /// The user's own variables, and what the text of a shell reads.
    private static String environment(Program program, SequencedMap<String, String> values, long seed) {
        var variables = new ArrayList<String>();
        program.environment().forEach((name, value) -> variables.add("%s=%s ".formatted(name, ShellQuoting.quote(value))));
        if (program.command().stream().anyMatch(w -> w.contains("SEXTANT_PARAM_")) || isShell(program)) {
            values.forEach((name, text) -> variables.add("SEXTANT_PARAM_%s=%s ".formatted(EnvironmentName.of(name), ShellQuoting.quote(text))));
        }
        if (program.command().stream().anyMatch(w -> w.contains("SEXTANT_SEED"))) {
            variables.add("SEXTANT_SEED=%d ".formatted(seed));
        }
        return String.join("", variables);
    }

    /// A shell script may read parameters from the environment, and nobody can tell from outside.
    private static boolean isShell(Program program) {
        return SHELL.matcher(program.command().getFirst()).matches();
    }

    private static List<String> words(StudySpec spec, Program program, SequencedMap<String, String> values, long seed) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return reading(spec, program).template()
                .fill(values, new Surroundings(seed, ".", "checkpoint", program.home(), java));
    }

    /// What the command of a study means.
    ///
    /// @throws IllegalArgumentException if a placeholder names nothing
    static CommandReading reading(StudySpec spec, Program program) {
        return CommandReading.of(program, Names.of(spec));
    }
}
