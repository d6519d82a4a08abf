package dev.sextant.wire.study;

import dev.sextant.model.study.Program;
import dev.sextant.model.study.Program.Take;
import dev.sextant.wire.study.Fields.Named;
import dev.sextant.wire.tree.Node;
import dev.sextant.wire.tree.Position;
import dev.sextant.wire.tree.Source;
import dev.sextant.wire.tree.YamlWriter;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/// The parts of a study that say how its program is called: `command`, `arguments`, `inputs`, `env`, `pattern`, `take`,
/// `workdir`.
final class ProgramForm {
    private static final List<String> NEED_COMMAND = List.of("arguments", "inputs", "env", "pattern", "take", "workdir");
    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Pattern NAMED_GROUP = Pattern.compile("(?<!\\\\)\\(\\?(P?)<([A-Za-z_][A-Za-z0-9_.-]*)>");
    private static final Pattern GROUP = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]*");

    private final Fields study;
    private final Circumstances place;

    private ProgramForm(Fields study, Circumstances place) {
        this.study = study;
        this.place = place;
    }

    static Optional<Program> read(Fields study, Circumstances place) {
        var command = study.node("command");
        if (command.isEmpty()) {
            NEED_COMMAND.forEach(key -> study.object().find(key).ifPresent(m -> {
                throw m.at().error("'%s' says how a program is run, but the study has no command.\nExample: command: [python3, train.py]"
                        .formatted(key));
            }));
        }
        return command.map(node -> new ProgramForm(study, place).program(node));
    }

    private Program program(Node command) {
        var workdir = study.node("workdir").map(n -> new Named("workdir", n));
        boolean inRunFolder = workdir.filter(w -> w.text().equals("run")).isPresent();
        var directory = workdir.filter(w -> !inRunFolder && !w.text().equals("here")).map(this::directory).orElse(place.directory());
        return new Program(command(new Named("command", command)), arguments(), pattern(),
                study.get("take", given -> Words.take(new Named("take", given.node()))).orElse(Take.LAST),
                study.get("inputs", given -> new Named("inputs", given.node()).items(Named::text)).orElse(List.of()),
                environment(), directory, place.home(), inRunFolder);
    }

    private static List<String> command(Named given) {
        if (given.node() instanceof Node.Text(String line, Position at)) {
            var words = Stream.of(line.strip().split("\\s+")).<Node>map(word -> new Node.Text(word, at)).toList();
            throw at.error("command must be a list of words, not one text.\nWrite command: %s".formatted(YamlWriter.flow(new Node.Arr(words, at))));
        }
        var words = given.items(Named::word);
        if (words.isEmpty()) {
            throw given.node().at().error("command is empty.\nExample: [python3, train.py]");
        }
        return words;
    }

    private SequencedMap<String, List<String>> arguments() {
        var groups = new LinkedHashMap<String, List<String>>();
        study.node("arguments").ifPresent(node -> Fields.object("arguments", node).members().forEach(m -> {
            if (!GROUP.matcher(m.name()).matches()) {
                throw m.at().error(
                        "'%s' is not the name of a group; it starts with a letter or _ and goes on with letters, digits, _ . or -."
                                .formatted(m.name()));
            }
            groups.put(m.name(), new Named("arguments." + m.name(), m.value()).items(Named::word));
        }));
        return groups;
    }

    private SequencedMap<String, String> environment() {
        var variables = new LinkedHashMap<String, String>();
        study.node("env").ifPresent(node -> Fields.object("env", node).members().forEach(m -> {
            if (!VARIABLE.matcher(m.name()).matches()) {
                throw m.at().error("'%s' is not the name of an environment variable; it has letters, digits and _.".formatted(m.name()));
            }
            variables.put(m.name(), variable(new Named("env." + m.name(), m.value())));
        }));
        return variables;
    }

    private static String variable(Named given) {
        return switch (given.node()) {
            case Node.Text(String text, _) -> text;
            case Node.Num(String literal, _) -> literal;
            case Node.Bool(boolean on, _) -> throw given.wrong("a text: \"%s\" in quotes".formatted(on));
            case Node.Obj _, Node.Arr _, Node.Null _ -> throw given.wrong("a text");
        };
    }

    private Optional<String> pattern() {
        return study.node("pattern").map(n -> new Named("pattern", n)).map(given -> {
            try {
                Pattern.compile(withPlainNames(given.text()));
                return given.text();
            } catch (PatternSyntaxException mistake) {
                var place = given.node() instanceof Node.Text text
                        ? text.within(Math.clamp(mistake.getIndex(), 0, text.text().length())) : given.node().at();
                throw place.error("pattern is not a regular expression: %s.".formatted(mistake.getDescription()));
            }
        });
    }

    /// The expression with the names of its groups, which may be written as in Python and have `_`, as Java has them; every
    /// other character stays at its place.
    private static String withPlainNames(String pattern) {
        return NAMED_GROUP.matcher(pattern).replaceAll(group ->
                "(?<" + "p".repeat(group.group(1).length()) + group.group(2).replaceAll("[^A-Za-z0-9]", "x") + ">");
    }

    private String directory(Named given) {
        var base = given.node().at().source().kind() == Source.Kind.FILE ? place.home() : place.directory();
        try {
            return Path.of(base).resolve(given.text()).normalize().toString();
        } catch (InvalidPathException mistake) {
            throw given.node().at().error("workdir is not a path: %s.".formatted(mistake.getReason()));
        }
    }

    static void write(Program program, TreeBuilder study, Position at) {
        study.texts("command", program.command());
        var groups = new TreeBuilder(at);
        program.arguments().forEach(groups::texts);
        if (!groups.isEmpty()) {
            study.node("arguments", groups.build());
        }
        program.pattern().ifPresent(pattern -> study.text("pattern", pattern));
        if (program.take() != Take.LAST) {
            study.text("take", Words.text(program.take()));
        }
        if (!program.inputs().isEmpty()) {
            study.texts("inputs", program.inputs());
        }
        var variables = new TreeBuilder(at);
        program.environment().forEach(variables::text);
        if (!variables.isEmpty()) {
            study.node("env", variables.build());
        }
        if (program.inRunFolder()) {
            study.text("workdir", "run");
        }
    }
}
