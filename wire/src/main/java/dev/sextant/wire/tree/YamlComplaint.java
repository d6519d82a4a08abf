package dev.sextant.wire.tree;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// What is wrong with a text that is not YAML, in words that say what to do.
final class YamlComplaint {
    /// What to say where the library's words contain the key; the first that fits.
    private static final SequencedMap<String, String> RULES = new LinkedHashMap<>();

    static {
        RULES.put("\\t", "A tab cannot stand here; indent with blanks.");
        RULES.put("TAB", "A tab cannot stand here; indent with blanks.");
        RULES.put("mapping values are not allowed", "A colon cannot stand here.\n"
                + "Put the text into quotes, check the indentation, or look for a missing colon in the line above.");
        RULES.put("<block end>", "This does not fit the lines above.\nCheck the indentation, the dashes and the quotes.");
        RULES.put("expected ',' or", "Expected a comma or the closing bracket.\n"
                + "In a list or object in brackets, whatever contains , [ ] { } : is put into quotes.");
        RULES.put("expected ':'", "This line has no colon; expected 'key: value'.");
        RULES.put("cannot start any token", "A text cannot begin with this character; put it into quotes.");
        RULES.put("escape", "This escape is unknown; in double quotes a backslash itself is written \\\\.");
    }

    private YamlComplaint() {}

    static FormException of(YamlEngineException mistake, Source source) {
        return switch (mistake) {
            case MarkedYamlEngineException marked -> place(marked, source).error(rule(marked));
            case ReaderException reader -> strange(reader, source);
            default -> source.start().error("This is not YAML: %s".formatted(mistake.getMessage()));
        };
    }

    private static Position place(MarkedYamlEngineException marked, Source source) {
        boolean quoted = marked.getContext() != null && marked.getContext().contains("quoted")
                && marked.getProblem().contains("end of stream");
        var mark = quoted ? marked.getContextMark() : marked.getProblemMark().or(marked::getContextMark);
        return mark.map((Mark m) -> YamlReader.at(m, source, Pointer.ROOT)).orElseGet(source::start);
    }

    private static String rule(MarkedYamlEngineException marked) {
        var problem = marked.getProblem();
        if (problem.contains("end of stream") || problem.contains("document separator")) {
            boolean quoted = marked.getContext() != null && marked.getContext().contains("quoted");
            return quoted ? "The closing quote of a text is missing." : "Something is missing at the end.";
        }
        return RULES.entrySet().stream().filter(rule -> problem.contains(rule.getKey())).map(Map.Entry::getValue).findFirst()
                .orElseGet(() -> "This is not YAML: %s.".formatted(problem));
    }

    private static FormException strange(ReaderException reader, Source source) {
        int offset = Math.clamp(reader.getPosition(), 0, source.text().length());
        var before = source.text().substring(0, offset);
        int line = (int) before.chars().filter(c -> c == '\n').count();
        int column = offset - (before.lastIndexOf('\n') + 1);
        return new Position(source, source.firstLine() + line, column + 1, Pointer.ROOT)
                .error("The character U+%04X cannot stand in YAML.".formatted(reader.getCodePoint()));
    }
}
