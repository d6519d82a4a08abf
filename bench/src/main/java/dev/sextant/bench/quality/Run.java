package dev.sextant.bench.quality;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// One study of one method on one instance: a line of a results file.
final class Run {
    static final String HEADER = "family,problem,method,seed,workers,evaluations,cpu_ms,best";

    /// What a run is the only one of.
    record Key(String family, String problem, String method, long seed, int workers) {
        Key(Benchmark benchmark, String method, long seed, int workers) {
            this(benchmark.family(), benchmark.name(), method, seed, workers);
        }
    }

    private final Key key;
    private final double milliseconds;
    private final double[] best;

    /// @param milliseconds of CPU time for an ask and a tell, the mean over the study
    /// @param best the least regret up to each result, in the order of the results
    Run(Key key, double milliseconds, double[] best) {
        this.key = key;
        this.milliseconds = milliseconds;
        this.best = best.clone();
    }

    Key key() {
        return key;
    }

    double milliseconds() {
        return milliseconds;
    }

    /// The least regret up to each result, in the order of the results.
    List<Double> best() {
        return Arrays.stream(best).boxed().toList();
    }

    /// How many results there were.
    int evaluations() {
        return best.length;
    }

    /// A line of comma-separated values. The last is `result:regret` for each result that was better than all before.
    String line() {
        var steps = IntStream.range(0, best.length).filter(i -> i == 0 || best[i] < best[i - 1])
                .mapToObj(i -> (i + 1) + ":" + (float) best[i]).collect(Collectors.joining(" "));
        return "%s,%s,%s,%d,%d,%d,%s,%s".formatted(key.family, key.problem, key.method, key.seed, key.workers, best.length,
                String.format(Locale.ROOT, "%.3g", milliseconds), steps);
    }

    static Run parse(String line) {
        var cells = line.split(",", -1);
        var key = new Key(cells[0], cells[1], cells[2], Long.parseLong(cells[3]), Integer.parseInt(cells[4]));
        double[] best = new double[Integer.parseInt(cells[5])];
        for (var step : cells[7].split(" ", -1)) {
            int colon = step.indexOf(':');
            Arrays.fill(best, Integer.parseInt(step.substring(0, colon)) - 1, best.length, Double.parseDouble(step.substring(colon + 1)));
        }
        return new Run(key, Double.parseDouble(cells[6]), best);
    }

    /// The least regret after `n` results.
    double at(int n) {
        return best[Math.min(n, best.length) - 1];
    }
}
