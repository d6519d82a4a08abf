package dev.sextant.bench.quality;

import java.io.IOException;
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
                case "fill" -> FilledDocument.fill(Path.of(rest.getFirst()), HowGoodAreProposals::table);
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
        var problems = Benchmarks.select(words.text("problems", "small"));
        var runs = new OwnRuns(Results.standard(), problems, words.seeds("1,3,5"), words.whole("evaluations", 100), words.whole("workers", 1));
        var strategies = words.list("strategy", "auto");
        for (var strategy : strategies) {
            runs.make(words.text("as", strategy), OwnRuns.strategy(strategy, words.sets()));
        }
        var methods = Stream.concat(strategies.stream().map(s -> words.text("as", s)), words.list("beside", "").stream())
                .filter(m -> !m.isEmpty()).distinct().toList();
        print(words, methods, "1,3,5");
    }

    private static void report(List<String> rest) throws IOException {
        var words = words(rest, "methods", "page");
        var methods = words.list("methods", String.join(",", Results.standard().methods()));
        print(words, methods, "1..20");
        if (!words.text("page", "").isEmpty()) {
            Files.writeString(Path.of(words.text("page", "")), new Page(figures(words, methods, "1..20")).html());
        }
    }

    private static void print(Words words, List<String> methods, String seeds) {
        new TextReport(figures(words, methods, seeds), System.out).print();
    }

    private static String table(List<String> rest) {
        var words = words(rest, "methods", "table");
        if (words.text("table", "").equals("workers")) {
            return MarkdownTables.workers(words.list("workers", "1,8,64").stream()
                    .map(w -> new MarkdownTables(figures(words.with("workers", w), words.list("methods", "auto"), "1..20"))).toList());
        }
        return new MarkdownTables(figures(words, words.list("methods", "auto"), "1..20")).table(words.text("table", "areas"));
    }

    private static Figures figures(Words words, List<String> methods, String seeds) {
        int[] size = {words.whole("evaluations", 100), words.whole("workers", 1)};
        return new Figures(Comparison.of(Results.standard(), methods, Benchmarks.select(words.text("problems", "small")), words.seeds(seeds), size),
                new Scale());
    }
}
