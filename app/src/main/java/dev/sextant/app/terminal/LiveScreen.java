package dev.sextant.app.terminal;

import java.io.PrintStream;
import java.time.Instant;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.regex.Pattern;

/// Draws the live block in place, again and again, at the bottom of what was printed before.
///
/// Each drawing is one write, in which every line is erased after its new text, so that nothing flickers. The cursor
/// rests at the start of the line below the block: what the terminal echoes, such as `^C`, stands there until the next
/// drawing erases it. Not thread-safe.
///
/// A terminal that has become narrower wraps what it shows, as tmux and those built on VTE do: the block then has more
/// rows than lines. One that cuts lines instead (xterm) loses as many rows above the block, once.
public final class LiveScreen implements AutoCloseable {
    private static final String ERASE_TO_END_OF_LINE = "\u001b[K";
    private static final String ERASE_BELOW = "\u001b[J";
    private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-9;]*m");

    private final PrintStream terminal;
    private final Look look;
    private final IntSupplier width;
    private List<String> drawn = List.of();

    /// @param width asked at each drawing, in columns
    public LiveScreen(PrintStream terminal, Look look, IntSupplier width) {
        this.terminal = terminal;
        this.look = look;
        this.width = width;
    }

    /// Draws how things stand.
    public void draw(Watch watch, Instant now) {
        int columns = width.getAsInt();
        write(new LiveBlock(look, columns).render(watch.at(now)), columns);
    }

    private void write(List<String> lines, int columns) {
        var text = new StringBuilder(back(columns));
        lines.forEach(line -> text.append(line).append(ERASE_TO_END_OF_LINE).append('\n'));
        drawn = List.copyOf(lines);
        terminal.print(text.append(ERASE_BELOW));
        terminal.flush();
    }

    private String back(int columns) {
        int rows = drawn.stream().mapToInt(line -> rows(line, Math.max(1, columns))).sum();
        return rows == 0 ? "" : "\u001b[%dF".formatted(rows);
    }

    private static int rows(String line, int columns) {
        return Math.max(1, Math.ceilDiv(COLOUR.matcher(line).replaceAll("").length(), columns));
    }

    /// Prints a line above the block; the next drawing comes below it.
    public void say(String line) {
        takeAway(line + "\n");
    }

    /// Takes the block away.
    @Override
    public void close() {
        takeAway("");
    }

    private void takeAway(String instead) {
        terminal.print(back(width.getAsInt()) + ERASE_BELOW + instead);
        terminal.flush();
        drawn = List.of();
    }
}
