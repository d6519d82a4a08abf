package dev.sextant.bench.quality;

import dev.sextant.model.study.StrategySpec;
import dev.sextant.strategy.StrategyFactory;
import dev.sextant.strategy.catalog.StrategyCatalog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// How near to the optimum a strategy comes within few results, beside other strategies and other programs.
///
///     HowGoodAreProposals sextant --strategy gp,tpe …    run our own strategies, then report on them
///     HowGoodAreProposals report --methods auto,optuna-tpe …
///     HowGoodAreProposals fill docs/explanation/quality.md
///     HowGoodAreProposals problems
///     HowGoodAreProposals serve                      values for other programs
final class HowGoodAreProposals {
    private static final Set<String> SIZES = Set.of("problems", "seeds", "evaluations", "workers");

    private HowGoodAreProposals() {}

    public static void main(String[] args) throws IOException {
        var rest = List.of(args).subList(Math.min(1, args.length), args.length);
        try {
            switch (args.length == 0 ? "" : args[0]) {
                case "sextant" -> sextant(rest);
                case "report" -> report(rest);
                case "fill" -> fill(Path.of(rest.getFirst()));
                case "serve" -> Evaluations.serve();
                case "problems" -> Benchmarks.select(words(rest).text("problems", "all")).forEach(b -> System.out.println(b.family() + "," + b.name()));
                default -> throw new IllegalArgumentException("There are sextant, report, fill, problems, serve.");
            }
        } catch (IllegalArgumentException e) {
            System.err.println("bench/run quality: " + e.getMessage());
            System.exit(2);
        }
    }

    private static Words words(List<String> rest, String... more) {
        return Words.of(rest, Set.copyOf(Stream.concat(SIZES.stream(), Arrays.stream(more)).toList()));
    }

    private static void sextant(List<String> rest) {
        var words = words(rest, "strategy", "set", "as", "beside");
        OwnRuns runs = runs(words, "1,3,5");
        var strategies = words.list("strategy", "auto");
        for (var strategy : strategies) {
            runs.make(words.text("as", strategy), OwnRuns.strategy(strategy, words.sets()));
        }
        var methods = Stream.concat(strategies.stream().map(s -> words.text("as", s)), words.list("beside", "").stream())
                .filter(m -> !m.isEmpty()).distinct().toList();
        print(words, methods, "1,3,5");
    }

    private static OwnRuns runs(Words words, String seeds) {
        return new OwnRuns(Results.standard(), Benchmarks.select(words.text("problems", "small")), words.seeds(seeds),
                words.whole("evaluations", 100), words.whole("workers", 1));
    }

    private static void report(List<String> rest) throws IOException {
        var words = words(rest, "methods", "page", "table");
        if (!words.text("table", "").isEmpty()) {
            System.out.println(table(words));
            return;
        }
        var methods = words.list("methods", String.join(",", Results.standard().methods()));
        print(words, methods, "1..20");
        if (!words.text("page", "").isEmpty()) {
            Files.writeString(Path.of(words.text("page", "")), new Page(figures(words, methods, "1..20")).html());
        }
    }

    private static void print(Words words, List<String> methods, String seeds) {
        new TextReport(figures(words, methods, seeds), System.out).print();
    }

    private static void fill(Path document) throws IOException {
        FilledDocument.fill(document, marked -> {
            var words = words(marked, "methods", "table", "picture");
            return words.text("picture", "").isEmpty() ? table(words) : picture(words, document);
        });
    }

    private static String picture(Words words, Path document) {
        String name = words.text("picture", "");
        try {
            Files.writeString(document.resolveSibling(name), new Picture(present(words)).svg());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "![Scaled regret of the best so far by family, and mean ranks](%s)".formatted(name);
    }

    private static String table(Words words) {
        if (words.text("table", "").equals("workers")) {
            return MarkdownTables.workers(words.list("workers", "1,8,64").stream()
                    .map(w -> new MarkdownTables(present(words.with("workers", w)))).toList());
        }
        return new MarkdownTables(present(words)).table(words.text("table", "areas"));
    }

    /// Figures for a document, which has those of our strategies as they are now, and no empty column.
    private static Figures present(Words words) {
        List<String> methods = words.list("methods", "auto");
        OwnRuns runs = runs(words, "1..20");
        StrategyCatalog.builtIn().all().stream().map(StrategyFactory::name).filter(methods::contains).forEach(name -> runs.make(name, StrategySpec.of(name)));
        Figures figures = figures(words, methods, "1..20");
        figures.comparison().methods().stream().filter(method -> figures.area(method).isEmpty()).findFirst().ifPresent(method -> {
            throw new IllegalArgumentException("%s has no run of %d results on %s; make them with 'bench/run quality peers', and fill again."
                    .formatted(method, figures.comparison().evaluations(), words.text("problems", "small")));
        });
        return figures;
    }

    private static Figures figures(Words words, List<String> methods, String seeds) {
        int[] size = {words.whole("evaluations", 100), words.whole("workers", 1)};
        return new Figures(Comparison.of(Results.standard(), methods, Benchmarks.select(words.text("problems", "small")), words.seeds(seeds), size),
                new Scale());
    }
}
