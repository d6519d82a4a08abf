package dev.sextant.bench.quality;

import dev.sextant.bench.quality.Duel.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A comparison as one page of HTML that needs nothing else: curves of each family, rank diagrams, tables.
record Page(Figures figures) {
    private static final String STYLE = """
            :root { color-scheme: light dark; --ink: #1a1a1a; --faint: #767676; --line: #d8d8d8; --paper: #fff }
            @media (prefers-color-scheme: dark) { :root { --ink: #e8e8e8; --faint: #9a9a9a; --line: #444; --paper: #16181c } }
            body { font: 15px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); max-width: 76rem; margin: 2rem auto; padding: 0 1rem }
            h1 { font-size: 1.5rem } h2 { font-size: 1.15rem; margin-top: 2.2rem }
            p { max-width: 46rem } .charts { display: flex; flex-wrap: wrap; gap: 1.2rem }
            svg { display: block; max-width: 100% } svg text { font: 11px system-ui, sans-serif; fill: var(--ink) }
            .wide { overflow-x: auto } table { border-collapse: collapse; font-variant-numeric: tabular-nums; font-size: 13px }
            th, td { text-align: right; padding: .15rem .7rem; border-bottom: 1px solid var(--line); white-space: nowrap }
            th:first-child, td:first-child { text-align: left } td.best { font-weight: 600 } small { color: var(--faint) }
            """;

    String html() {
        var comparison = figures.comparison();
        return """
                <!DOCTYPE html>
                <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
                <title>How good proposals are</title><style>
                %s</style></head><body>
                <h1>How good proposals are: %d results, %s</h1>
                <p>Regret is scaled for each problem and seed: 0 is the optimum, 1 what ten random draws find in the median. Every method
                has its own defaults. Intervals hold with 95 %%; they are made by drawing the seeds of each problem again.</p>
                %s</body></html>
                """.formatted(STYLE, comparison.evaluations(), comparison.workers() == 1 ? "one at a time" : comparison.workers() + " workers",
                curves() + ranks() + families() + duels() + problems());
    }

    private List<String> methods() {
        return figures.comparison().methods();
    }

    private String curves() {
        return section("Scaled regret of the best so far", "charts", figures.comparison().families().stream()
                .map(f -> CurveChart.of(f, figures, figures.problems(f)).svg()).collect(Collectors.joining("\n")) + new Legend(methods()).svg());
    }

    private String ranks() {
        return section("Mean rank over %d pairs of problem and seed that all have (left is better)".formatted(figures.blocks()), "charts",
                figures.blocks() == 0 ? "" : figures.stops().stream().map(n -> new RankChart("after " + n + " results", methods(), figures.ranks(n)).svg())
                        .collect(Collectors.joining("\n")));
    }

    private String families() {
        var rows = figures.comparison().families().stream().map(f -> row(f, m -> figures.area(f, m), "%.3f")).collect(Collectors.joining());
        return section("Area under the curve of scaled regret, by family", "wide", table(rows + row("all", figures::area, "%.3f")
                + row("CPU of an ask and a tell, ms", figures::cost, "%.3g")));
    }

    private String problems() {
        return section("Median loss above the optimum after %d results".formatted(figures.comparison().evaluations()), "wide", table(
                figures.comparison().blocks().keySet().stream().map(b -> row(b.name(), m -> figures.best(b, m), "%.3g")).collect(Collectors.joining())));
    }

    private String duels() {
        var duels = figures.duels();
        double[] p = Figures.adjusted(duels);
        var rows = IntStream.range(0, duels.size()).mapToObj(i -> duelRows(duels.get(i), p[i])).collect(Collectors.joining());
        return section("%s against each: difference of areas (negative: better)".formatted(escape(methods().getFirst())), "wide", """
                <table><tr><th>against</th><th>family</th><th>difference</th><th>interval</th><th>problems won</th><th>neither</th><th>lost</th></tr>
                %s</table><p><small>p: Wilcoxon's signed-rank test over all pairs, adjusted by Holm. A problem is won or lost where the test over
                its seeds has p &lt; 0.05.</small></p>""".formatted(rows));
    }

    private static String duelRows(Duel duel, double p) {
        var name = "%s <small>p = %s</small>".formatted(escape(duel.other()), String.format(Locale.ROOT, "%.2g", p));
        return duel.families().stream().map(f -> duelRow(f.equals(duel.families().getFirst()) ? name : "", f, duel.verdict(f)))
                .collect(Collectors.joining());
    }

    private static String duelRow(String name, String family, Verdict verdict) {
        return String.format(Locale.ROOT, "<tr><td>%s</td><td>%s</td><td%s>%+.3f</td><td>%+.3f … %+.3f</td><td>%d</td><td>%d</td><td>%d</td></tr>%n",
                name, family, verdict.mean().excludesZero() ? " class=\"best\"" : "", verdict.mean().mean(), verdict.mean().low(), verdict.mean().high(),
                verdict.wins(), verdict.ties(), verdict.losses());
    }

    private String table(String rows) {
        return "<table><tr><th></th>%s</tr>%n%s</table>".formatted(
                methods().stream().map(m -> "<th>" + escape(m) + "</th>").collect(Collectors.joining()), rows);
    }

    private String row(String name, Function<String, OptionalDouble> figure, String format) {
        double least = methods().stream().flatMapToDouble(m -> figure.apply(m).stream()).min().orElse(0);
        return "<tr><td>%s</td>%s</tr>%n".formatted(name, methods().stream().map(figure).map(v -> v.isEmpty() ? "<td>–</td>"
                : "<td%s>%s</td>".formatted(v.getAsDouble() == least ? " class=\"best\"" : "", String.format(Locale.ROOT, format, v.getAsDouble())))
                .collect(Collectors.joining()));
    }

    private static String section(String title, String kind, String content) {
        return "<h2>%s</h2><div class=\"%s\">%n%s</div>%n".formatted(title, kind, content);
    }

    static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
