package dev.sextant.wire.tree;

/// A place in a text.
///
/// @param line from [Source#firstLine]
/// @param column in code points, from 1
/// @param pointer the way to the node that stands there
public record Position(Source source, int line, int column, Pointer pointer) {
    private static final int SHOWN_BEFORE = 60;
    private static final int SHOWN_AFTER = 40;

    /// The place some code points further on the same line.
    public Position plus(int columns) {
        return new Position(source, line, column + columns, pointer);
    }

    /// An exception that shows this place.
    ///
    /// @param rule what was given, what is allowed and, on a new line, what to do
    public FormException error(String rule) {
        return new FormException(this, rule);
    }

    /// The place of a member or item of the node that stands here.
    public Position child(int line, int column, String step) {
        return new Position(source, line, column, pointer.child(step));
    }

    /// The name of the place, the line, and a caret under the column; of a long line, the surroundings.
    String picture() {
        var line = source.lineText(this.line);
        int offset = line.offsetByCodePoints(0, Math.min(column - 1, line.codePointCount(0, line.length())));
        int from = line.offsetByCodePoints(offset, -Math.min(SHOWN_BEFORE, line.codePointCount(0, offset)));
        int to = line.offsetByCodePoints(offset, Math.min(SHOWN_AFTER, line.codePointCount(offset, line.length())));
        var before = prefix() + (from > 0 ? "…" : "") + Shown.printable(line.substring(from, offset));
        var after = Shown.printable(line.substring(offset, to)) + (to < line.length() ? "…" : "");
        return heading() + before + after + "\n" + " ".repeat(before.codePointCount(0, before.length())) + "^\n";
    }

    private String heading() {
        return switch (source.kind()) {
            case FILE -> this + "\n";
            case ARGUMENT -> "";
        };
    }

    private String prefix() {
        return switch (source.kind()) {
            case FILE -> "";
            case ARGUMENT -> source.name() + " ";
        };
    }

    /// `study.yaml:4:12`, or the option whose argument it is.
    @Override
    public String toString() {
        return switch (source.kind()) {
            case FILE -> source.name() + ":" + line + ":" + column;
            case ARGUMENT -> source.name();
        };
    }
}
