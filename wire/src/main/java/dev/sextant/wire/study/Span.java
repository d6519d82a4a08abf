package dev.sextant.wire.study;

import dev.sextant.wire.tree.Position;
import dev.sextant.wire.tree.Source;
import java.util.ArrayList;
import java.util.List;

/// A part of a text of one line that knows where it stands.
record Span(Source source, int from, int to) {
    private static final int LONGEST_SHOWN = 60;

    String text() {
        return source.text().substring(from, to);
    }

    /// The text, of a long one the beginning.
    String shown() {
        var text = text();
        return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "…";
    }

    Position at() {
        return source.at(from);
    }

    Position at(int offset) {
        return source.at(from + offset);
    }

    Position end() {
        return source.at(to);
    }

    /// Where a text first stands in this one; negative if it does not.
    int indexOf(String part) {
        return text().indexOf(part);
    }

    Span until(int offset) {
        return new Span(source, from, from + offset);
    }

    Span after(int offset) {
        return new Span(source, from + offset, to);
    }

    Span trimmed() {
        int start = from;
        int end = to;
        while (start < end && source.text().charAt(start) == ' ') {
            start++;
        }
        while (end > start && source.text().charAt(end - 1) == ' ') {
            end--;
        }
        return new Span(source, start, end);
    }

    /// The parts between separators, empty ones included.
    List<Span> split(char separator) {
        var parts = new ArrayList<Span>();
        int start = from;
        for (int i = from; i <= to; i++) {
            if (i == to || source.text().charAt(i) == separator) {
                parts.add(new Span(source, start, i));
                start = i + 1;
            }
        }
        return parts;
    }
}
