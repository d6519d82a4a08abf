package dev.sextant.bench.quality;

import dev.sextant.strategy.Streams;
import dev.sextant.strategy.numeric.Normal;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// The tests of a report.
final class Statistics {
    private static final int RESAMPLES = 2000;

    private Statistics() {}

    /// A mean and the interval that holds it with 95 % confidence.
    record Interval(double mean, double low, double high) {
        boolean excludesZero() {
            return low > 0 || high < 0;
        }
    }

    /// The mean over groups of their means, with a percentile bootstrap interval: within each group its numbers are drawn
    /// again, the groups stay. So it says what other seeds would give on the same problems. Groups of one number each tell
    /// nothing of that: then they are drawn again themselves, as if from other problems.
    static Interval mean(Collection<double[]> groups) {
        if (groups.size() > 1 && groups.stream().allMatch(g -> g.length == 1)) {
            return mean(List.of(groups.stream().mapToDouble(g -> g[0]).toArray()));
        }
        var random = Streams.of(1, "bootstrap");
        double[] means = IntStream.range(0, RESAMPLES).mapToDouble(_ -> groups.stream().mapToDouble(
                g -> IntStream.range(0, g.length).mapToDouble(_ -> g[random.nextInt(g.length)]).average().orElseThrow()).average().orElseThrow())
                .sorted().toArray();
        double mean = groups.stream().mapToDouble(g -> Arrays.stream(g).average().orElseThrow()).average().orElseThrow();
        return new Interval(mean, means[RESAMPLES / 40], means[RESAMPLES - RESAMPLES / 40 - 1]);
    }

    /// Ranks from 1 for the least; equal numbers share the mean of theirs.
    static double[] ranks(double[] numbers) {
        return IntStream.range(0, numbers.length).mapToDouble(i -> {
            long below = Arrays.stream(numbers).filter(x -> x < numbers[i]).count();
            long equal = Arrays.stream(numbers).filter(x -> x == numbers[i]).count();
            return below + (equal + 1) / 2.0;
        }).toArray();
    }

    /// The two-sided p of Wilcoxon's signed-rank test that paired differences lie around 0: by the normal approximation with
    /// corrections for ties and continuity. Zeros are left out (F. Wilcoxon, Biometrics Bulletin 1, 1945). 1 for fewer than 6.
    static double wilcoxon(double[] differences) {
        double[] d = Arrays.stream(differences).filter(x -> x != 0).toArray();
        int n = d.length;
        if (n < 6) {
            return 1;
        }
        double[] ranks = ranks(Arrays.stream(d).map(Math::abs).toArray());
        double positive = IntStream.range(0, n).filter(i -> d[i] > 0).mapToDouble(i -> ranks[i]).sum();
        double variance = Arrays.stream(ranks).map(r -> r * r).sum() / 4;
        double distance = Math.max(0, Math.abs(positive - n * (n + 1) / 4.0) - 0.5);
        return Math.min(1, 2 * Normal.cdf(-distance / Math.sqrt(variance)));
    }

    /// Several p made good for their number (S. Holm, Scandinavian Journal of Statistics 6, 1979), in the same order.
    static double[] holm(double[] p) {
        List<Integer> order = IntStream.range(0, p.length).boxed().sorted(Comparator.comparingDouble(i -> p[i])).toList();
        double[] adjusted = new double[p.length];
        double most = 0;
        for (int k = 0; k < p.length; k++) {
            most = Math.max(most, Math.min(1, (p.length - k) * p[order.get(k)]));
            adjusted[order.get(k)] = most;
        }
        return adjusted;
    }
}
