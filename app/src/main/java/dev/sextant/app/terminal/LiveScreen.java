package dev.sextant.app.terminal;

import java.io.PrintStream;
import java.time.Instant;
import java.util.List;
import java.util.function.IntSupplier;

/// Draws the live block in place, again and again, at the bottom of what was printed before.
///
/// Each drawing is one write, in which every line is erased after its new text, so that nothing flickers. Not
/// thread-safe.
///
/// Between two drawings the cursor rests at the start of the block. When the window changes its width, many terminals
/// wrap what they show anew, some sooner and some later than they tell us, and nobody can say how many rows the block
/// has then; but all keep the cursor at the character where it was. What they echo, such as `^C`, is drawn over.
public final class LiveScreen implements AutoCloseable {
    private static final String START_OF_LINE = "\r";
    private static final String ERASE_TO_END_OF_LINE = "\u001b[K";
    private static final String ERASE_BELOW = "\u001b[J";
    /// A line that is longer than a window which has just become narrower is cut: each takes one row.
    private static final String CUT_LONG_LINES = "\u001b[?7l";
    private static final String WRAP_LONG_LINES = "\u001b[?7h";

    private final PrintStream terminal;
    private final Look look;
    private final IntSupplier width;

    /// @param width asked at each drawing, in columns
    public LiveScreen(PrintStream terminal, Look look, IntSupplier width) {
        this.terminal = terminal;
        this.look = look;
        this.width = width;
    }

    /// Draws how things stand.
    public void draw(Watch watch, Instant now) {
        write(new LiveBlock(look, width.getAsInt()).render(watch.at(now)));
    }

    private void write(List<String> lines) {
        var text = new StringBuilder(START_OF_LINE).append(CUT_LONG_LINES);
        lines.forEach(line -> text.append(line).append(ERASE_TO_END_OF_LINE).append('\n'));
        text.append(ERASE_BELOW).append(WRAP_LONG_LINES).append("\u001b[%dF".formatted(lines.size()));
        terminal.print(text);
        terminal.flush();
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
        terminal.print(START_OF_LINE + ERASE_BELOW + instead);
        terminal.flush();
    }
}
