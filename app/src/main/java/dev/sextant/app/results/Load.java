package dev.sextant.app.results;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.DoubleStream;

/// How many trials ran at once, averaged over intervals of equal length from the start of a timeline to its end.
///
/// @param start of the first interval
/// @param interval length of each; zero only if the timeline has no length
/// @param running trials running on average, one number an interval
public record Load(Instant start, Duration interval, List<Double> running) {
    public Load {
        running = List.copyOf(running);
    }

    /// The load of a timeline.
    ///
    /// @param timeline not empty
    /// @param intervals at least 1
    public static Load of(Timeline timeline, int intervals) {
        var whole = Duration.between(timeline.start(), timeline.end());
        double span = seconds(whole);
        var running = new double[intervals];
        if (span > 0) {
            for (var bar : timeline.bars()) {
                double from = seconds(Duration.between(timeline.start(), bar.start())) / span * intervals;
                double to = seconds(Duration.between(timeline.start(), bar.end())) / span * intervals;
                spread(running, from, to);
            }
        }
        return new Load(timeline.start(), whole.dividedBy(intervals), DoubleStream.of(running).boxed().toList());
    }

    private static void spread(double[] running, double from, double to) {
        for (int i = (int) from; i < running.length && i < to; i++) {
            running[i] += Math.min(to, i + 1.0) - Math.max(from, i);
        }
    }

    static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
