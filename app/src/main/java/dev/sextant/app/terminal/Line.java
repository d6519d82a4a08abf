package dev.sextant.app.terminal;

import dev.sextant.app.terminal.Look.Ink;

/// One line of the screen, built from left to right and cut at its width, so that it never wraps.
final class Line {
    private final Look look;
    private final int width;
    private final StringBuilder text = new StringBuilder();
    private int used;

    Line(Look look, int width) {
        this.look = look;
        this.width = width;
    }

    /// The columns that are left.
    int room() {
        return width - used;
    }

    Line add(String words) {
        var cut = cut(words);
        text.append(cut);
        used += cut.length();
        return this;
    }

    Line add(Ink ink, String words) {
        var cut = cut(words);
        text.append(look.paint(ink, cut));
        used += cut.length();
        return this;
    }

    /// Adds blanks up to a column.
    Line to(int column) {
        return add(" ".repeat(Math.max(1, column - used)));
    }

    private String cut(String words) {
        var clean = words.replaceAll("\\p{Cntrl}", " ");
        if (clean.length() <= room()) {
            return clean;
        }
        var dots = look.either("…", "...");
        return room() <= dots.length() ? "" : clean.substring(0, room() - dots.length()) + dots;
    }

    @Override
    public String toString() {
        return text.toString().stripTrailing();
    }
}
