package dev.sextant.bench.quality;

import dev.sextant.bench.quality.Statistics.Interval;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A comparison as tables of text.
record TextReport(Comparison comparison, Scale scale, PrintStream out) {
    void print() {
        problems();
        families();
        ranks();
        duels();
        costs();
    }

    private void problems() {
        out.printf("median loss above the optimum after %d results, and (area under the normalised curve: 0 optimum, 1 ten random draws)%n",
                comparison.evaluations());
        row("problem", comparison.methods());
        for (var problem : comparison.blocks().keySet()) {
            row(problem.name(), comparison.methods().stream().map(m -> cell(problem, m)).toList());
        }
        out.println();
    }

    private String cell(Benchmark problem, String method) {
        var runs = comparison.runs(problem, method);
        return runs.isEmpty() ? "-" : "%s (%s)".formatted(number(Scale.median(runs.stream().mapToDouble(r -> r.at(comparison.evaluations())).toArray())),
                fixed(mean(areas(runs))));
    }

    private double[] areas(List<Run> runs) {
        return runs.stream().mapToDouble(r -> scale.area(r, comparison.evaluations())).toArray();
    }

    private void families() {
        out.println("mean area, by family; and over all families");
        row("family", comparison.methods());
        for (var family : comparison.families()) {
            row(family, comparison.methods().stream().map(m -> number(means(family, m))).toList());
        }
        row("all", comparison.methods().stream().map(m -> number(
                comparison.families().stream().map(f -> means(f, m)).filter(a -> a.length > 0).mapToDouble(TextReport::mean).toArray())).toList());
        out.println();
    }

    private static String number(double[] areas) {
        return areas.length == 0 ? "-" : fixed(mean(areas));
    }

    private double[] means(String family, String method) {
        return comparison.blocks().keySet().stream().filter(b -> b.family().equals(family)).map(b -> comparison.runs(b, method))
                .filter(r -> !r.isEmpty()).mapToDouble(r -> mean(areas(r))).toArray();
    }

    private void ranks() {
        var complete = comparison.complete();
        int blocks = complete.values().stream().mapToInt(List::size).sum();
        out.printf("mean rank of the best loss (95 %% interval) over %d pairs of problem and seed that all have%n", blocks);
        if (blocks == 0) {
            return;
        }
        row("after", comparison.methods());
        for (int n : new int[] {25, 50, 100, 200}) {
            if (n <= comparison.evaluations()) {
                row(Integer.toString(n), rankCells(complete.values(), n));
            }
        }
        out.println();
    }

    private List<String> rankCells(Collection<List<Map<String, Run>>> complete, int n) {
        var cells = new ArrayList<String>();
        for (int m = 0; m < comparison.methods().size(); m++) {
            int method = m;
            var groups = complete.stream().map(seeds -> seeds.stream().mapToDouble(runs -> Statistics.ranks(
                    comparison.methods().stream().mapToDouble(name -> runs.get(name).at(n)).toArray())[method]).toArray()).toList();
            Interval rank = Statistics.mean(groups);
            cells.add("%s (%s-%s)".formatted(two(rank.mean()), two(rank.low()), two(rank.high())));
        }
        return cells;
    }

    /// The first method against each other one.
    private void duels() {
        var first = comparison.methods().getFirst();
        var others = comparison.methods().subList(1, comparison.methods().size());
        var duels = others.stream().map(o -> new Duel(comparison, scale, first, o)).toList();
        double[] p = Statistics.holm(duels.stream().mapToDouble(Duel::p).toArray());
        for (int i = 0; i < duels.size(); i++) {
            out.printf("%s against %s: p = %s (Wilcoxon on areas, Holm)%n", first, others.get(i), number(p[i]));
            for (var line : duels.get(i).byFamily()) {
                out.println("    " + line);
            }
        }
        out.println();
    }

    private void costs() {
        out.println("CPU of an ask and a tell, median over runs, milliseconds");
        row("", comparison.methods());
        row("", comparison.methods().stream().map(m -> {
            double[] costs = comparison.blocks().keySet().stream().flatMap(b -> comparison.runs(b, m).stream()).mapToDouble(Run::milliseconds).toArray();
            return costs.length == 0 ? "-" : number(Scale.median(costs));
        }).toList());
    }

    private void row(String name, List<String> cells) {
        out.print(pad(name, 24));
        cells.forEach(c -> out.print(pad(c, 20)));
        out.println();
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(Math.max(1, width - text.length()));
    }

    private static double mean(double[] numbers) {
        return java.util.Arrays.stream(numbers).average().orElseThrow();
    }

    private static String fixed(double number) {
        return String.format(Locale.ROOT, "%.3f", number);
    }

    private static String two(double number) {
        return String.format(Locale.ROOT, "%.2f", number);
    }

    private static String number(double number) {
        return String.format(Locale.ROOT, "%.3g", number);
    }
}
