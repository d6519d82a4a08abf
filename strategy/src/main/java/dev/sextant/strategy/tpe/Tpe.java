package dev.sextant.strategy.tpe;

import dev.sextant.model.space.Configuration;
import dev.sextant.model.space.Constant;
import dev.sextant.model.space.Parameter;
import dev.sextant.model.space.SearchSpace;
import dev.sextant.model.value.Value;
import dev.sextant.strategy.Answer;
import dev.sextant.strategy.Observation;
import dev.sextant.strategy.Problem;
import dev.sextant.strategy.Remembered;
import dev.sextant.strategy.Request;
import dev.sextant.strategy.Strategy;
import dev.sextant.strategy.search.Untried;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// The tree-structured Parzen estimator, jointly over all parameters that are active together.
///
/// Until `startup` trials have ended with a value (or were pruned), another strategy proposes. Then, for each group of
/// parameters with the same condition, the results are split: the best min(⌈n/10⌉, 25) of the n in which the group was
/// active, and the others with all pending and failed ones. Candidates are drawn from the density of the best, and the
/// one with the largest ratio of the two densities is proposed; a group whose condition does not hold is left out.
/// A candidate that the constraints forbid or that was tried gives way to the next. What the user believes about good
/// values weighs in as long as there are few results, and so do results of earlier studies (see [Inheritance]).
///
/// Sources: J. Bergstra et al., Algorithms for hyper-parameter optimization, NIPS 2011; S. Watanabe, Tree-structured
/// Parzen estimator: understanding its algorithm components, arXiv 2304.11127. The constants are those of Optuna 5.
/// Differs from Optuna 5: results are split for each group by itself; failed trials count as bad; the most promising
/// candidates are varied along the lines (see [Candidates]); the prior weighs four times as much on nominals, which keeps
/// the search from settling on one choice early; a discrete value counts by its density at the middle of its cell (see
/// [Bandwidths]); of the bad results the newest 5,000 count; several objectives are ranked by fronts and hypervolume (see [Ranking]).
/// Cost of an ask: O(candidates · n · parameters) at worst.
public final class Tpe implements Strategy {
    private static final int ROUNDS = 4;

    private final SearchSpace space;
    private final Strategy start;
    private final Setup setup;
    private final List<Evidence> evidence;
    private final Untried untried;
    private final Map<Integer, Trial> trials = new HashMap<>();
    private int results;
    private int inherited;

    /// How much is done before and for each proposal.
    ///
    /// @param startup results before the model takes over, at least 1
    /// @param candidates draws for each proposal, at least 1
    public record Setup(int startup, int candidates) {}

    /// @param start proposes until there are enough results; it is told everything too
    public Tpe(Problem problem, Strategy start, Setup setup) {
        this.space = problem.space();
        this.start = start;
        this.setup = setup;
        this.evidence = Group.of(space).stream().map(group -> new Evidence(group, problem.objectives())).toList();
        this.untried = new Untried(space);
    }

    @Override
    public Answer ask(Request request) {
        if (results + Math.min(inherited, setup.startup()) < setup.startup() || evidence.isEmpty()) {
            return start.ask(request);
        }
        for (int round = 0; round < ROUNDS; round++) {
            Round drawn = new Round(request.random());
            for (int rank = 0; rank < setup.candidates(); rank++) {
                Configuration configuration = drawn.configuration(rank);
                if (untried.accepts(configuration, request)) {
                    return Answer.start(configuration, why(rank));
                }
            }
        }
        return untried.uniform(request)
                .map(configuration -> Answer.start(configuration, "uniform draw: what the model likes was tried or is forbidden"))
                .orElseGet(Answer.Exhausted::new);
    }

    private String why(int rank) {
        return "TPE after %d results: %s of %d candidates".formatted(
                results, rank == 0 ? "the best" : "number " + (rank + 1), setup.candidates());
    }

    /// Candidates for every group that turned out to be active, drawn when it is first needed.
    private final class Round {
        private final RandomGenerator random;
        private final Map<Evidence, Candidates> drawn = new HashMap<>();

        Round(RandomGenerator random) {
            this.random = random;
        }

        /// The configuration whose every group takes its candidate of a rank, or of that rank modulo how many it has.
        Configuration configuration(int rank) {
            return space.configuration(parameter -> value(parameter, rank));
        }

        private Value value(Parameter parameter, int rank) {
            if (parameter.domain() instanceof Constant(Value only)) {
                return only;
            }
            Evidence known = evidence.stream().filter(e -> e.group().has(parameter)).findFirst().orElseThrow();
            Candidates candidates = drawn.computeIfAbsent(known, e -> e.candidates(setup.candidates(), random));
            return known.group().value(parameter, candidates.row(rank % candidates.size()));
        }
    }

    /// Where a trial is kept.
    private static final class Trial {
        /// By index of the evidence; -1 where the group was inactive.
        private final int[] slots;
        private long lastStep;
        private boolean counted;

        Trial(int[] slots) {
            this.slots = slots;
        }
    }

    @Override
    public void tell(Observation observation) {
        start.tell(observation);
        switch (observation) {
            case Observation.Proposed proposed -> remember(proposed);
            case Observation.Measured measured -> find(measured).ifPresent(trial -> trial.lastStep = measured.step());
            case Observation.Completed completed -> find(completed).ifPresent(t -> rank(t, Rank.complete(completed.losses())));
            case Observation.Pruned pruned -> find(pruned).ifPresent(t -> rank(t, Rank.pruned(t.lastStep, pruned.losses())));
            case Observation.Dropped dropped -> find(dropped).ifPresent(this::drop);
            case Observation.Repeated repeated -> find(repeated).ifPresent(this::unrank);
            case Observation.Failed _, Observation.Paused _ -> {}
        }
    }

    @Override
    public void remember(Remembered result) {
        start.remember(result);
        inherited++;
        evidence.forEach(known -> known.group().row(result.configuration())
                .ifPresent(row -> known.inherit(result.source(), row, result.losses())));
    }

    private Optional<Trial> find(Observation observation) {
        return Optional.ofNullable(trials.get(observation.trial()));
    }

    private void remember(Observation.Proposed proposed) {
        int[] slots = new int[evidence.size()];
        for (int i = 0; i < slots.length; i++) {
            Evidence known = evidence.get(i);
            slots[i] = known.group().row(proposed.configuration()).map(known::propose).orElse(-1);
        }
        trials.put(proposed.trial(), new Trial(slots));
    }

    private void rank(Trial trial, Rank rank) {
        results += trial.counted ? 0 : 1;
        trial.counted = true;
        forEachGroup(trial, (known, slot) -> known.rank(slot, rank));
    }

    private void unrank(Trial trial) {
        results -= trial.counted ? 1 : 0;
        trial.counted = false;
        forEachGroup(trial, Evidence::unrank);
    }

    private void drop(Trial trial) {
        unrank(trial);
        forEachGroup(trial, Evidence::drop);
    }

    private void forEachGroup(Trial trial, SlotAction action) {
        for (int i = 0; i < trial.slots.length; i++) {
            if (trial.slots[i] >= 0) {
                action.act(evidence.get(i), trial.slots[i]);
            }
        }
    }

    @FunctionalInterface
    private interface SlotAction {
        void act(Evidence known, int slot);
    }
}
