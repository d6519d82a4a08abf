package dev.sextant.app.terminal;

import dev.sextant.app.terminal.Look.Ink;
import dev.sextant.model.value.Numbers;
import java.util.ArrayList;
import java.util.List;

/// The live block: a bar, the best so far, the last failures. Pure.
final class LiveBlock {
    private static final int INDENT = 8;
    private static final int MOST_LABELS = 24;
    private static final int WIDEST_BAR = 40;
    private static final int WIDEST_SPARK = 32;

    private final Look look;
    private final int width;

    LiveBlock(Look look, int width) {
        this.look = look;
        this.width = Math.max(20, width - 1);
    }

    List<String> render(Snapshot now) {
        var lines = new ArrayList<String>();
        lines.add(bar(now));
        lines.add(counts(now));
        now.leader().ifPresent(leader -> {
            lines.add(best(now, leader));
            lines.add(line("").add(leader.configuration().toString()).toString());
        });
        now.failures().forEach(f -> lines.add(label("failed", Ink.BAD).add(f.toString()).toString()));
        return lines;
    }

    private String bar(Snapshot now) {
        var line = line("").add(Ink.STRONG, name(now.study())).add("  ");
        if (now.of().isEmpty()) {
            return line.add("%d trials".formatted(now.finished())).toString();
        }
        var tail = "  %d of %d".formatted(now.finished(), now.of().getAsInt());
        int cells = Math.clamp(line.room() - (long) tail.length(), 0, WIDEST_BAR);
        return addBar(line, now, cells).add(tail).toString();
    }

    private static String name(String study) {
        return study.length() <= MOST_LABELS ? study : study.substring(0, MOST_LABELS);
    }

    private Line addBar(Line line, Snapshot now, int cells) {
        int of = Math.max(1, now.of().orElseThrow());
        int good = cells(now.finished() - now.failed(), of, cells);
        int bad = cells(now.finished(), of, cells) - good;
        int busy = Math.min(cells - good - bad, cells(now.finished() + now.running(), of, cells) - good - bad);
        return line.add(Ink.GOOD, look.either("━", "#").repeat(good))
                .add(Ink.BAD, look.either("━", "x").repeat(Math.max(0, bad)))
                .add(Ink.BUSY, look.either("╺", ">").repeat(Math.max(0, busy)))
                .add(Ink.QUIET, look.either("·", ".").repeat(Math.max(0, cells - good - Math.max(0, bad) - Math.max(0, busy))));
    }

    private static int cells(int part, int of, int cells) {
        return (int) Math.min(cells, (long) part * cells / of);
    }

    private String counts(Snapshot now) {
        var line = line("");
        if (now.paused()) {
            line.add(Ink.BUSY, "paused; sextant resume %s".formatted(now.study())).add("   ");
        }
        line.add(Ink.BUSY, "%d running".formatted(now.running()));
        if (now.standing() > 0) {
            line.add("   %d may go on".formatted(now.standing()));
        }
        if (now.pruned() > 0) {
            line.add("   %d stopped early".formatted(now.pruned()));
        }
        if (now.infeasible() > 0) {
            line.add("   %d beyond a limit".formatted(now.infeasible()));
        }
        if (now.failed() > 0) {
            line.add("   ").add(Ink.BAD, "%d failed".formatted(now.failed()));
        }
        line.add("   " + Clock.span(now.ranFor()));
        now.left().filter(_ -> !now.paused()).ifPresent(left -> line.add(Ink.QUIET, "   about %s left".formatted(Clock.span(left))));
        return line.toString();
    }

    private String best(Snapshot now, Leader leader) {
        var line = label("best", Ink.GOOD).add(now.metric() + " ")
                .add(Ink.STRONG, Numbers.text(leader.value()))
                .add(Ink.QUIET, "   trial %d   ".formatted(leader.trial()));
        return line.add(Ink.GOOD, Spark.line(now.best(), Math.min(WIDEST_SPARK, line.room()), look)).toString();
    }

    private Line label(String label, Ink ink) {
        return new Line(look, width).add(ink, label).to(INDENT);
    }

    private Line line(String label) {
        return new Line(look, width).add(label).to(INDENT);
    }
}
