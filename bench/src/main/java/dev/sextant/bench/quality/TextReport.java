package dev.sextant.bench.quality;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Function;

/// A comparison as tables of text.
record TextReport(Figures figures, PrintStream out) {
    void print() {
        problems();
        families();
        ranks();
        duels();
        out.println("CPU of an ask and a tell, median over runs, milliseconds");
        row("", methods());
        row("", each(m -> three(figures.cost(m))));
    }

    private List<String> methods() {
        return figures.comparison().methods();
    }

    private List<String> each(Function<String, String> cell) {
        return methods().stream().map(cell).toList();
    }

    private void problems() {
        out.printf("median loss above the optimum after %d results, and (area under the normalised curve: 0 optimum, 1 ten random draws)%n",
                figures.comparison().evaluations());
        row("problem", methods());
        for (var problem : figures.comparison().blocks().keySet()) {
            row(problem.name(), each(m -> figures.best(problem, m).isEmpty() ? "-"
                    : three(figures.best(problem, m)) + " (" + fixed(figures.area(problem, m)) + ")"));
        }
        out.println();
    }

    private void families() {
        out.println("mean area, by family; and over all families");
        row("family", methods());
        for (var family : figures.comparison().families()) {
            row(family, each(m -> fixed(figures.area(family, m))));
        }
        row("all", each(m -> fixed(figures.area(m))));
        out.println();
    }

    private void ranks() {
        out.printf("mean rank of the best loss (95 %% interval) over %d pairs of problem and seed that all have%n", figures.blocks());
        row("after", methods());
        for (int n : figures.stops()) {
            var cells = new ArrayList<String>();
            figures.ranks(n).forEach(r -> cells.add(String.format(Locale.ROOT, "%.2f (%.2f-%.2f)", r.mean(), r.low(), r.high())));
            row(Integer.toString(n), cells);
        }
        out.println();
    }

    /// The first method against each other one.
    private void duels() {
        var duels = figures.duels();
        double[] p = Figures.adjusted(duels);
        for (int i = 0; i < duels.size(); i++) {
            var duel = duels.get(i);
            out.printf("%s against %s: p = %s (Wilcoxon on areas, Holm)%n", duel.one(), duel.other(), three(OptionalDouble.of(p[i])));
            for (var family : duel.families()) {
                var verdict = duel.verdict(family);
                out.printf(Locale.ROOT, "    %-12s %+.3f (%+.3f..%+.3f)%s  win %d tie %d loss %d%n", family, verdict.mean().mean(),
                        verdict.mean().low(), verdict.mean().high(), verdict.mean().excludesZero() ? "*" : " ", verdict.wins(),
                        verdict.ties(), verdict.losses());
            }
        }
        out.println();
    }

    private void row(String name, List<String> cells) {
        out.print(pad(name, 24));
        cells.forEach(c -> out.print(pad(c, 20)));
        out.println();
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(Math.max(1, width - text.length()));
    }

    private static String fixed(OptionalDouble number) {
        return number.isEmpty() ? "-" : String.format(Locale.ROOT, "%.3f", number.getAsDouble());
    }

    private static String three(OptionalDouble number) {
        return number.isEmpty() ? "-" : String.format(Locale.ROOT, "%.3g", number.getAsDouble());
    }
}
