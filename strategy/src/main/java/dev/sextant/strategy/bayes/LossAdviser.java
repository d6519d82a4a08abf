package dev.sextant.strategy.bayes;

import dev.sextant.strategy.Answer;
import dev.sextant.strategy.Request;
import dev.sextant.strategy.bayes.Memories.Memory;
import dev.sextant.strategy.bayes.Results.Known;
import dev.sextant.strategy.numeric.Normal;
import dev.sextant.strategy.search.Priors;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Looks for the largest expected improvement of one loss, or of several that are weighed into one anew for each proposal.
final class LossAdviser implements Adviser {
    private static final int LEADERS = 5;

    private final Axes axes;
    private final Scalarisation scalarisation;
    private final Model model;
    private final Proposer proposer;

    LossAdviser(Axes axes, Scalarisation scalarisation, Model model, Proposer proposer) {
        this.axes = axes;
        this.scalarisation = scalarisation;
        this.model = model;
        this.proposer = proposer;
    }

    @Override
    public void tell(Results results) {
        model.tell(results.sound());
    }

    @Override
    public void remember(Results results) {
        model.remember(results.sound());
    }

    @Override
    public void settle() {
        model.settle();
    }

    @Override
    public Answer ask(Results results, Odds odds, boolean alone, Request request) {
        Posterior posterior = model.of(results.sound());
        List<Known> rows = model.rows(results.sound());
        List<Rank> ranks = scalarisation.ofProposal(rows, request.random());
        double[] targets = HalfRank.warp(ranks.toArray(Rank[]::new));
        double[] means = model.explain(posterior, targets);
        OptionalDouble fitted = Feasibility.best(rows, Arrays.copyOfRange(means, means.length - rows.size(), means.length));
        OptionalDouble best = believed(fitted, results.pending(), posterior, odds);
        var known = new Explained(results, rows, means, best, Feasibility.first(rows, targets), posterior.with(results.pending()), odds);
        Optional<Answer> far = Stall.wantsDistance(known.standings, axes.count(), request.trial()) ? far(known, request) : Optional.empty();
        return far.orElseGet(() -> better(known, alone, request));
    }

    /// What the model makes of the results.
    ///
    /// @param means     fitted, of all that the model knows; those of the rows are the last
    /// @param best      what is to be improved on; empty as long as nothing keeps the limits
    /// @param standings of the rows, less is better
    /// @param wider     as sure as if pending trials had ended
    @SuppressWarnings("ArrayRecordComponent") // never compared as a record
    private record Explained(Results results, List<Known> rows, double[] means, OptionalDouble best, double[] standings, Posterior wider, Odds odds) {}

    private Answer better(Explained known, boolean alone, Request request) {
        Results results = known.results;
        List<double[]> leaders = leaders(known.rows, known.standings);
        Reach reach = alone ? Reach.after(results.ended().size(), leaders.getFirst()) : Reach.FULL;
        Promise promise = known.best.isEmpty() ? Promise.NONE : new LossPromise(known.wider, known.best.getAsDouble(), reach.doubt());
        var aim = new Search.Aim(promise, Priors.fading(results.valued()), known.odds, reach, plateau(known));
        var repeats = new Repeats(known.wider, known.rows, known.means, results.pending());
        return proposer.most(aim, leaders, request, genes -> {
            double[] point = axes.point(genes);
            return repeats.instead(point, row -> scalarisation.objectives() == 1 && !request.tried(row.configuration())).map(row -> again(results, row))
                    .orElseGet(() -> Answer.start(axes.configuration(genes), why(known, point)));
        });
    }

    /// The best loss once pending trials have come out as expected, those that will rather break a limit left out.
    private static OptionalDouble believed(OptionalDouble best, List<Known> pending, Posterior posterior, Odds odds) {
        return best.isEmpty() ? best : DoubleStream.concat(best.stream(), pending.stream()
                .filter(awaited -> odds.bound(awaited.point()) >= Odds.EVEN).mapToDouble(awaited -> posterior.roughly(awaited.point()).mean())).min();
    }

    /// With several objectives or limits, equal losses are not all there is to a result.
    private Plateau plateau(Explained known) {
        return scalarisation.objectives() == 1 && !known.odds.hasLimits() ? Plateau.of(axes, known.rows) : Plateau.NONE;
    }

    private Optional<Answer> far(Explained known, Request request) {
        return proposer.farthest(known.wider, request).map(found -> Answer.start(found,
                "GP after %d results: far from all of them, for nothing better was found lately".formatted(known.results.valued())));
    }

    private static Answer again(Results results, Known row) {
        return Answer.start(row.configuration(), "GP after %d results: one of the best again, to see how noisy it is".formatted(results.valued()));
    }

    private static String why(Explained known, double[] point) {
        Posterior.Prediction there = known.wider.at(point);
        String others = known.results.awaited() > 0 ? ", what runs counted too" : "";
        return Adviser.why(known.results, known.best.stream().mapToLong(least -> Math.round(100 * Normal.cdf((least - there.mean()) / Math.sqrt(there.variance()))))
                .mapToObj(chance -> "a new best with %d %%%s".formatted(chance, others)).findFirst(), known.odds, point);
    }

    private List<double[]> leaders(List<Known> rows, double[] standings) {
        Stream<double[]> own = IntStream.range(0, rows.size()).boxed().sorted(Comparator.comparingDouble(i -> standings[i]))
                .limit(LEADERS).map(i -> rows.get(i).genes());
        return Stream.concat(own, model.memories().stream().limit(LEADERS).map(Memory::genes)).toList();
    }
}
