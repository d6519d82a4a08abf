package dev.sextant.wire.study;

import dev.sextant.wire.tree.Pointer;
import dev.sextant.wire.tree.Position;
import dev.sextant.wire.tree.Source;
import java.util.ArrayList;
import java.util.List;

/// Reads comma-separated values by RFC 4180: cells may be quoted, and then hold commas, line ends and doubled quotes.
/// Blanks around cells do not count. Linear in the length of the text.
final class CsvReader {
    private final Source source;
    private final String text;
    private int next;
    private int line;
    private int lineStart;

    /// One cell.
    record Cell(String text, Position at) {}

    private CsvReader(Source source) {
        this.source = source;
        this.text = source.text();
        this.line = source.firstLine();
    }

    /// The rows of a text, without empty lines.
    static List<List<Cell>> rows(Source source) {
        var reader = new CsvReader(source);
        var rows = new ArrayList<List<Cell>>();
        while (reader.next < reader.text.length()) {
            var row = reader.row();
            if (row.size() > 1 || !row.getFirst().text().isEmpty()) {
                rows.add(row);
            }
        }
        return rows;
    }

    private List<Cell> row() {
        var row = new ArrayList<Cell>();
        do {
            row.add(cell());
        } while (taken(','));
        endLine();
        return row;
    }

    private Cell cell() {
        skipBlanks();
        var at = position();
        if (!taken('"')) {
            int start = next;
            while (next < text.length() && ",\r\n".indexOf(text.charAt(next)) < 0) {
                next++;
            }
            return new Cell(text.substring(start, next).strip(), at);
        }
        var cell = quoted(at);
        skipBlanks();
        if (next < text.length() && ",\r\n".indexOf(text.charAt(next)) < 0) {
            throw position().error("Expected a comma or the end of the line after the closing quote.\n"
                    + "A quote in a quoted cell is doubled: \"\".");
        }
        return new Cell(cell, at);
    }

    private String quoted(Position at) {
        var cell = new StringBuilder();
        while (next < text.length()) {
            if (taken('"')) {
                if (!taken('"')) {
                    return cell.toString();
                }
                cell.append('"');
            } else if (text.charAt(next) == '\n') {
                cell.append('\n');
                endLine();
            } else {
                cell.append(text.charAt(next++));
            }
        }
        throw at.error("The closing quote of this cell is missing.");
    }

    private void skipBlanks() {
        while (taken(' ') || taken('\t')) {
            // taken moves on
        }
    }

    private boolean taken(char wanted) {
        if (next < text.length() && text.charAt(next) == wanted) {
            next++;
            return true;
        }
        return false;
    }

    private void endLine() {
        boolean carriageReturn = taken('\r');
        if (taken('\n') || carriageReturn) {
            line++;
            lineStart = next;
        }
    }

    private Position position() {
        return new Position(source, line, text.codePointCount(lineStart, next) + 1, Pointer.ROOT);
    }
}
