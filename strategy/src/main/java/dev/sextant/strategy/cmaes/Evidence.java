package dev.sextant.strategy.cmaes;

import dev.sextant.strategy.cmaes.Run.Population;
import dev.sextant.strategy.cmaes.Run.Result;
import dev.sextant.strategy.cube.Rank;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The results there are before the first proposal, and the run that begins from them. Not thread-safe.
///
/// With fewer than [#ENOUGH] results for each parameter the run begins at the defaults, or in the middle where there are none;
/// with more in the region of the best tenth, at most [#MOST], see [Region#around].
final class Evidence {
    private static final int ENOUGH = 5;
    private static final double BEST = 0.1;
    /// More of them say no more about where the region lies.
    private static final int MOST = 2_000;

    private final Layout layout;
    private final Settings settings;
    private final List<Result> results = new ArrayList<>();
    private Optional<Run> ready = Optional.empty();

    Evidence(Layout layout, Settings settings) {
        this.layout = layout;
        this.settings = settings;
    }

    void add(Result result) {
        results.add(result);
        ready = Optional.empty();
    }

    Optional<Result> takeBack(int trial) {
        Optional<Result> found = results.stream().filter(result -> result.trial() == trial).findFirst();
        found.ifPresent(results::remove);
        ready = Optional.empty();
        return found;
    }

    /// The first run.
    Run begin() {
        if (ready.isEmpty()) {
            ready = Optional.of(made());
        }
        return ready.get();
    }

    private Run made() {
        List<Result> complete = results.stream().filter(result -> result.rank().tier() == Rank.Tier.COMPLETE).toList();
        var population = new Population(0, settings.population(), true);
        double[] start = layout.lines(layout.cube().start());
        if (complete.size() < Math.max(1, ENOUGH * layout.cube().width())) {
            Run run = new Run(layout, Region.round(start, settings.sigma()), population);
            results.forEach(run::visit);
            return run;
        }
        List<Place> good = best(complete, Math.clamp((long) (BEST * complete.size()), 1, MOST));
        Run run = new Run(layout, Region.around(good.stream().map(Place::lines).toList(), start), population);
        run.choices().learn(good.stream().map(Place::choices).toList());
        return run;
    }

    /// Where the best results lie, the best first; only those are sorted, for there may be a million.
    private static List<Place> best(List<Result> complete, int count) {
        double border = complete.stream().mapToDouble(result -> result.rank().loss()).sorted().skip(count - 1L).findFirst().orElseThrow();
        return complete.stream().filter(result -> Double.compare(result.rank().loss(), border) <= 0)
                .sorted(Comparator.comparing(Result::rank)).limit(count).map(Result::place).toList();
    }
}
