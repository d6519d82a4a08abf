package dev.sextant.app.plot;

import dev.sextant.app.plot.Mark.Anchor;
import dev.sextant.app.plot.Mark.Font;
import dev.sextant.app.plot.Mark.Paint;
import dev.sextant.app.results.Figures;
import dev.sextant.app.results.Results;
import dev.sextant.app.results.StudyImportance;
import dev.sextant.strategy.insight.Weight;
import java.util.List;

/// One bar a parameter: how much it mattered, with the 95 % interval as a line across its end.
record ImportanceChart(Results results, PlotSize size) {
    private static final double ROW = 26;
    private static final double NAMES = 0.26;
    private static final double FIGURES = 54;

    Scene scene() {
        return StudyImportance.ifAny(results, StudyImportance.Wanted.STANDARD).map(this::bars).orElseGet(() ->
                new Drawing(size, "What mattered", results.spec().name() + ": too few complete trials to say").scene());
    }

    private Scene bars(StudyImportance measured) {
        var all = measured.importance().parameters();
        int room = Math.max(1, (int) ((size.height() - Drawing.HEAD - Drawing.MARGIN) / ROW));
        var shown = all.subList(0, Math.min(room, all.size()));
        var left = shown.size() == all.size() ? "" : "; %d less important parameters not shown".formatted(all.size() - shown.size());
        var drawing = new Drawing(size, "What mattered for " + measured.objective().metric(),
                "%s: what sets the best tenth of %s apart; lines are 95 %% intervals%s".formatted(
                        results.spec().name(), Figures.count(measured.importance().trials(), "trial"), left));
        double most = shown.stream().mapToDouble(weight -> Math.max(weight.share(), weight.high())).max().orElse(1);
        double names = NAMES * size.width();
        for (int i = 0; i < shown.size(); i++) {
            double top = Drawing.HEAD + i * ROW;
            bar(drawing, new Frame(Drawing.MARGIN + names, top, size.width() - Drawing.MARGIN - FIGURES, top + ROW), shown.get(i), most > 0 ? most : 1);
        }
        return drawing.scene();
    }

    private static void bar(Drawing drawing, Frame frame, Weight weight, double most) {
        double middle = (frame.top() + frame.bottom()) / 2;
        drawing.label(new Point(frame.left() - 10, middle + 4), TextWidth.fit(weight.parameters().getFirst(), Font.TICK.size(),
                frame.left() - Drawing.MARGIN - 10), Font.TICK, Anchor.END);
        drawing.add(new Mark.Box(new Point(frame.left(), frame.top() + 5), Math.max(1, weight.share() / most * frame.width()), ROW - 10, Paint.of(Colour.BEST)));
        drawing.line(List.of(new Point(frame.x(weight.low() / most), middle), new Point(frame.x(weight.high() / most), middle)), 2, Paint.of(Colour.INK));
        drawing.label(new Point(frame.right() + FIGURES, middle + 4), Figures.percent(weight.share()), Font.TICK, Anchor.END);
    }
}
