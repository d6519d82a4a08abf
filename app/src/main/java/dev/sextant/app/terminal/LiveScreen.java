package dev.sextant.app.terminal;

import java.io.PrintStream;
import java.time.Instant;
import java.util.List;
import java.util.function.IntSupplier;

/// Draws the live block in place, again and again, at the bottom of what was printed before.
///
/// Each drawing is one write, in which every line is erased after its new text, so that nothing flickers. Not
/// thread-safe.
public final class LiveScreen implements AutoCloseable {
    private static final String ERASE_TO_END_OF_LINE = "\u001b[K";
    private static final String ERASE_BELOW = "\u001b[J";

    private final PrintStream terminal;
    private final Look look;
    private final IntSupplier width;
    private int height;

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
        var text = new StringBuilder(back());
        lines.forEach(line -> text.append(line).append(ERASE_TO_END_OF_LINE).append('\n'));
        height = lines.size();
        terminal.print(text.append(ERASE_BELOW));
        terminal.flush();
    }

    private String back() {
        return height == 0 ? "" : "\u001b[%dF".formatted(height);
    }

    /// Prints a line above the block; the next drawing comes below it.
    public void say(String line) {
        terminal.print(back() + ERASE_BELOW + line + "\n");
        terminal.flush();
        height = 0;
    }

    /// Takes the block away.
    @Override
    public void close() {
        terminal.print(back() + ERASE_BELOW);
        terminal.flush();
        height = 0;
    }
}
