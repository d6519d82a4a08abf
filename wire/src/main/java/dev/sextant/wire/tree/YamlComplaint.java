package dev.sextant.wire.tree;

import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// What is wrong with a text that is not YAML, in words that say what to do.
final class YamlComplaint {
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
        var context = marked.getContext() == null ? "" : marked.getContext();
        if (problem.contains("\\t") || problem.contains("TAB")) {
            return "A tab cannot stand here; indent with blanks.";
        }
        if (problem.contains("mapping values are not allowed")) {
            return "A colon cannot stand here.\n"
                    + "Put the text into quotes, check the indentation, or look for a missing colon in the line above.";
        }
        if (problem.contains("<block end>")) {
            return "This does not fit the lines above.\nCheck the indentation, the dashes and the quotes.";
        }
        if (problem.contains("end of stream") || problem.contains("document separator")) {
            return context.contains("quoted") ? "The closing quote of a text is missing." : "Something is missing at the end.";
        }
        if (problem.contains("expected ',' or")) {
            return "Expected a comma or the closing bracket.\n"
                    + "In a list or object in brackets, whatever contains , [ ] { } : is put into quotes.";
        }
        if (problem.contains("expected ':'")) {
            return "This line has no colon; expected 'key: value'.";
        }
        if (problem.contains("cannot start any token")) {
            return "A text cannot begin with this character; put it into quotes.";
        }
        if (problem.contains("escape")) {
            return "This escape is unknown; in double quotes a backslash itself is written \\\\.";
        }
        return "This is not YAML: %s.".formatted(problem);
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
