package dev.sextant.wire.tree;

import tools.jackson.core.TokenStreamLocation;

/// Counts columns in code points for places that come in their order in the text, so that all of them together cost
/// no more than one walk through it.
final class Columns {
    private final String text;
    private int offset;
    private int column = 1;
    private int line = 1;

    Columns(String text) {
        this.text = text;
    }

    Position position(Source source, TokenStreamLocation location, Pointer pointer) {
        int target = Math.toIntExact(location.getCharOffset());
        if (location.getLineNr() != line) {
            line = location.getLineNr();
            offset = target - (location.getColumnNr() - 1);
            column = 1;
        }
        column += text.codePointCount(offset, target);
        offset = target;
        return new Position(source, source.firstLine() + line - 1, column, pointer);
    }
}
