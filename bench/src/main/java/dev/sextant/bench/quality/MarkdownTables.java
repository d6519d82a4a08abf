package dev.sextant.bench.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The tables of a comparison for a document.
record MarkdownTables(Figures figures) {
    /// A table by its name: `best`, `loss` (with the least loss added, as publications give it), `areas`, `ranks`, `duels`, `training`.
    String table(String name) {
        return switch (name) {
            case "best" -> problems("loss above the optimum", b -> m -> figures.best(b, m));
            case "loss" -> problems("loss", b -> m -> plus(figures.best(b, m), b.instance(1).least()));
            case "areas" -> areas();
            case "ranks" -> figures.blocks() == 0 ? "There are no runs yet that all of these have." : ranks();
            case "duels" -> duels();
            case "training" -> training();
            default -> throw new IllegalArgumentException("There is no table '%s'; there are best, loss, areas, ranks, duels, training.".formatted(name));
        };
    }

    /// By how many trials are under way at once: the mean area over all families, what is left in the end, and how much more that is than with the first number.
    static String workers(List<MarkdownTables> byWorkers) {
        var first = byWorkers.getFirst();
        int results = first.figures.comparison().evaluations();
        var rows = new ArrayList<List<String>>();
        rows.add(first.head("trials at once"));
        byWorkers.forEach(t -> rows.add(t.row("area, %s".formatted(t.crowd()), t.figures::area, "%.3f")));
        byWorkers.forEach(t -> rows.add(t.row("left after %d results, %s".formatted(results, t.crowd()), m -> Crowding.left(t.figures, m), "%.3f")));
        byWorkers.stream().skip(1).forEach(t -> rows.add(t.lost(first)));
        return lines(rows);
    }

    private List<String> lost(MarkdownTables fewer) {
        var crowding = new Crowding(fewer.figures, figures);
        return cells("more left, %s than %s".formatted(crowd(), fewer.crowd()), methods().stream().map(m -> difference(crowding.lost(m))));
    }

    private String crowd() {
        return "%d at once".formatted(figures.comparison().workers());
    }

    private static OptionalDouble plus(OptionalDouble regret, double least) {
        return regret.isEmpty() ? regret : OptionalDouble.of(regret.getAsDouble() + least);
    }

    private List<String> methods() {
        return figures.comparison().methods();
    }

    private String problems(String what, Function<Benchmark, Function<String, OptionalDouble>> figure) {
        var rows = new ArrayList<List<String>>();
        rows.add(head("median %s after %d".formatted(what, figures.comparison().evaluations())));
        figures.comparison().blocks().keySet().forEach(b -> rows.add(row(b.name(), figure.apply(b), "%.4g")));
        var seeds = figures.comparison().blocks().keySet().stream().findFirst().orElseThrow();
        rows.add(cells("seeds", methods().stream().map(m -> Integer.toString(figures.comparison().runs(seeds, m).size()))));
        return lines(rows);
    }

    private String areas() {
        var rows = new ArrayList<List<String>>();
        rows.add(head("area, %d results".formatted(figures.comparison().evaluations())));
        figures.comparison().families().forEach(f -> rows.add(row(f, m -> figures.area(f, m), "%.3f")));
        rows.add(row("all families", figures::area, "%.3f"));
        rows.add(row("CPU ms of an ask and a tell", figures::cost, "%.2g"));
        return lines(rows);
    }

    private String ranks() {
        var rows = new ArrayList<List<String>>();
        rows.add(head("mean rank after … results (%d pairs)".formatted(figures.blocks())));
        for (int n : figures.stops()) {
            rows.add(cells(Integer.toString(n), figures.ranks(n).stream()
                    .map(r -> String.format(Locale.ROOT, "%.2f ± %.2f", r.mean(), (r.high() - r.low()) / 2))));
        }
        return lines(rows);
    }

    /// How many results it takes until a scaled regret is reached, and how many runs reach it.
    private String training() {
        var training = new ExpectedTraining(figures.comparison(), figures.scale());
        var rows = new ArrayList<List<String>>();
        rows.add(head("results until a scaled regret of … (%d runs each)".formatted(training.runs())));
        for (double target : ExpectedTraining.TARGETS) {
            rows.add(row(Double.toString(target), m -> training.expected(m, target), "%.0f"));
            rows.add(cells("– runs that reach it", methods().stream().map(m -> Integer.toString(training.reached(m, target)))));
        }
        return lines(rows);
    }

    private String duels() {
        var families = figures.comparison().families();
        var rows = new ArrayList<List<String>>();
        rows.add(cells(methods().getFirst() + " against", Stream.concat(families.stream(), Stream.of("p (Holm)", "pairs"))));
        var duels = figures.duels();
        double[] p = Figures.adjusted(duels);
        for (int i = 0; i < duels.size(); i++) {
            var duel = duels.get(i);
            long pairs = duel.differences("").values().stream().mapToLong(d -> d.length).sum();
            rows.add(cells(duel.other(), Stream.concat(families.stream().map(f -> verdict(duel, f)),
                    Stream.of(String.format(Locale.ROOT, "%.2g", p[i]), Long.toString(pairs)))));
        }
        return lines(rows);
    }

    private static String verdict(Duel duel, String family) {
        if (duel.differences(family).isEmpty()) {
            return "–";
        }
        return difference(duel.verdict(family).mean());
    }

    private static String difference(Statistics.Interval mean) {
        var text = String.format(Locale.ROOT, "%+.3f ± %.3f", mean.mean(), (mean.high() - mean.low()) / 2);
        return mean.excludesZero() ? "**" + text + "**" : text;
    }

    private List<String> head(String first) {
        return cells(first, methods().stream());
    }

    /// A row whose least figure is bold.
    private List<String> row(String first, Function<String, OptionalDouble> figure, String format) {
        double least = methods().stream().flatMapToDouble(m -> figure.apply(m).stream()).min().orElse(0);
        return cells(first, methods().stream().map(figure).map(v -> v.isEmpty() ? "–"
                : (v.getAsDouble() == least ? "**%s**" : "%s").formatted(String.format(Locale.ROOT, format, v.getAsDouble()))));
    }

    private static List<String> cells(String first, Stream<String> others) {
        return Stream.concat(Stream.of(first), others).toList();
    }

    private static String lines(List<List<String>> rows) {
        var rule = "|---|" + "---:|".repeat(rows.getFirst().size() - 1);
        return Stream.concat(Stream.of(line(rows.getFirst()), rule), rows.stream().skip(1).map(MarkdownTables::line))
                .collect(Collectors.joining("\n"));
    }

    private static String line(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |";
    }
}
